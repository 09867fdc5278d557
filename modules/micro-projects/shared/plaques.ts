/** The two plaques of 附件4. */
export const plaqueKeys = ['party-members', 'representatives'] as const
export type PlaqueKey = (typeof plaqueKeys)[number]

/** The one that fits whoever leads the work: a party member's, or a representative's who is none. */
export const plaqueFor = ({ party }: { party: boolean }): PlaqueKey => (party ? 'party-members' : 'representatives')
