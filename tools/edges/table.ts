/**
 * Which room may import which: kernel rooms among themselves, modules among themselves. Everything else follows
 * from the layers (platform ← kernel ← modules ← apps). The table has no circle; a new edge is a decision.
 */
export const edges: Record<string, string[]> = {
  'kernel/access': ['kernel/audit', 'kernel/units'],
  'kernel/audit': [],
  'kernel/calendar': ['kernel/access', 'kernel/audit'],
  'kernel/documents': ['kernel/forms'],
  'kernel/files': ['kernel/access', 'kernel/audit', 'kernel/jobs', 'kernel/units'],
  'kernel/flow': ['kernel/audit', 'kernel/jobs'],
  'kernel/forms': ['kernel/names'],
  'kernel/jobs': [],
  'kernel/names': [],
  'kernel/notifications': ['kernel/access', 'kernel/audit', 'kernel/jobs', 'kernel/units'],
  'kernel/publicity': [
    'kernel/access',
    'kernel/audit',
    'kernel/calendar',
    'kernel/documents',
    'kernel/files',
    'kernel/jobs',
    'kernel/names',
    'kernel/notifications',
    'kernel/units',
  ],
  'kernel/units': ['kernel/audit', 'kernel/documents', 'kernel/names'],
  'modules/ballot': [],
  'modules/micro-projects': [],
  'modules/selection': ['modules/ballot'],
}

/** A circle in a table, as the rooms one passes; undefined when there is none. */
export const circleIn = (table: Record<string, string[]>): string[] | undefined => {
  const visit = (room: string, path: string[]): string[] | undefined => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room]
    for (const next of table[room] ?? []) {
      const circle = visit(next, [...path, room])
      if (circle) return circle
    }
    return undefined
  }
  for (const room of Object.keys(table)) {
    const circle = visit(room, [])
    if (circle) return circle
  }
  return undefined
}
