/** Posts whose work the campaigns are. */
export const selects = ['organiser', 'checker', 'issuer', 'recommender', 'principal']

/** Posts that have to do with campaigns as such, a leader where there are any; experts and departments come by their tasks. */
export const takesPart = [...selects, 'leader']
