/** The two plaques of 附件4. */
export const plaqueKeys = ['party-members', 'representatives'] as const
export type PlaqueKey = (typeof plaqueKeys)[number]
