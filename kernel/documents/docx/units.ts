/** Twentieths of a point (DXA) in so many millimetres. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

/** Twentieths of a point in so many points. */
export const twipsOfPoints = (points: number): number => Math.round(points * 20)

/** English Metric Units in so many millimetres. */
export const emu = (mm: number): number => Math.round(mm * 36_000)

/** Eighths of a point, as borders are given, in so many millimetres. */
export const eighths = (mm: number): number => Math.max(2, Math.round((mm * 72 * 8) / 25.4))
