import { focusField, Sheet, StateTag } from '#platform/ui/desk/index.ts'
import type { IntakeCell } from '../../intake/shared/api.ts'
import { certaintyOf } from './doubts.ts'

/** The words each answer was read from; a click leads to its field. */
export const SourceList = ({ cells }: { cells: IntakeCell[] }) => (
  <Sheet title="原文对照" className="intake-sources">
    <ul>
      {cells.map(cell => {
        const { words, tone } = certaintyOf(cell)
        return (
          <li key={cell.path}>
            <button type="button" onClick={() => focusField(cell.path)}>
              <b>{cell.label}</b> <StateTag tone={tone}>{words}</StateTag>
            </button>
            {cell.source && <q>{cell.source}</q>}
            {cell.note && <small>{cell.note}</small>}
          </li>
        )
      })}
    </ul>
  </Sheet>
)
