/** Posts that have to do with campaigns as such; experts and departments come by their tasks. */
export const takesPart = ['organiser', 'checker', 'issuer', 'leader', 'recommender', 'principal']
