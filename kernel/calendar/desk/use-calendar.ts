import { useEndpoint } from '#platform/ui/desk/index.ts'
import { getCalendar } from '../shared/api.ts'

/** The calendar in force, for screens that count days as one types; kept for five minutes. */
export const useCalendar = () => useEndpoint(getCalendar, {}, { freshMs: 5 * 60_000 })
