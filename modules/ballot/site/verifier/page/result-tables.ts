import type { ElectionDocument } from '../core/document.ts'
import type { Result } from '../core/tally.ts'
import { element } from './dom.ts'

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)

const row = (cells: string[], kind: 'td' | 'th' = 'td') =>
  element('tr', {}, ...cells.map(cell => element(kind, kind === 'th' ? { scope: 'col' } : {}, cell)))

/** The recount: every candidate's votes in all and by group, in the order of the list. */
export const resultTables = ({ categories, groups }: ElectionDocument, { tally }: Result): HTMLElement[] => [
  element('h3', {}, '重新计票'),
  element('p', {}, '按名单次序列出，不排名；得票相同的并列。'),
  ...categories.map((category, at) => {
    const { candidates, blank } = tally[at]!
    const rows = category.candidates.map(({ no, name, unit }, place) => {
      const { after } = candidates[place]!
      return row([`${no}`, unit ? `${name}（${unit}）` : name, `${sum(after)}`, ...after.map(String)])
    })
    return element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `${category.name}的计票` },
      element(
        'table',
        {},
        element('caption', {}, `${category.name}（不选的${sum(blank.after)}张）`),
        element('thead', {}, row(['编号', '候选对象', '得票', ...groups.map(({ name }) => name)], 'th')),
        element('tbody', {}, ...rows),
      ),
    )
  }),
]
