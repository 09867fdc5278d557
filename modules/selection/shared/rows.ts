import type { Article } from '#kernel/forms/shared/index.ts'

/** Texts of a nomination by the plan's material key. */
export type Articles = Record<string, Article>

/** What a unit's quota comes to, once, when the campaign starts; `max` null means no limit. */
export type QuotaOfUnit = { category: string; min: number; max: number | null; countsAuto: boolean; basis: string }
