import { z } from 'zod'

/** Whether a promise with its date (待补章, 公示中) is enough at this checkpoint, or the thing itself is wanted. */
export const standing = z.enum(['promised', 'present'])
export type Standing = z.infer<typeof standing>
