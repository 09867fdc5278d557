import type { CSSProperties, ReactNode } from 'react'
import { type Cell, type Entry, type FormDefinition, fieldAt, type Row } from '../shared/index.ts'
import './annex-view.css'

/** A form's annex as it will lie on paper, with the names of its fields where answers come. */
export const AnnexView = ({ form }: { form: FormDefinition }) => (
  <figure className="annex" aria-label="附表样式">
    <figcaption>
      {form.annex && <p className="annex-number">{form.annex}</p>}
      {form.title.map(line => (
        <p key={line} className="annex-title">
          {line}
        </p>
      ))}
    </figcaption>
    <Head form={form} entries={form.head} />
    <table>
      <colgroup>
        {form.grid.columns.map((width, index) => (
          // Columns have no identity but their place.
          <col key={index} style={{ width: `${(width * 100) / total(form.grid.columns)}%` }} />
        ))}
      </colgroup>
      <tbody>
        {form.grid.rows.map((row, index) => (
          <tr key={index} style={{ height: row.height && `${row.height}mm` }}>
            {row.cells.map((cell, place) => (
              <td
                key={place}
                colSpan={cell.colspan}
                rowSpan={cell.rowspan === 'all' ? 1 : cell.rowspan}
                style={styleOf(cell)}
              >
                <Content form={form} row={row} cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {form.foot.map(line => (
      <p key={'text' in line ? line.text : line.heading} className="annex-foot">
        {'text' in line ? line.text : `${line.heading}${nameAt(form, line.list)}`}
      </p>
    ))}
  </figure>
)

const total = (widths: number[]) => widths.reduce((sum, width) => sum + width, 0)

const Head = ({ form, entries }: { form: FormDefinition; entries: Entry[] }) => (
  <p className="annex-head">
    {entries.map(({ label, field }) => (
      <span key={label}>
        {label}：<Blank>{nameAt(form, field)}</Blank>
      </span>
    ))}
  </p>
)

const Content = ({ form, row, cell }: { form: FormDefinition; row: Row; cell: Cell }): ReactNode => {
  const inside = (path: string) => (row.repeat ? `${row.repeat}.${path}` : path)
  if ('label' in cell) return <b className="annex-words">{cell.label}</b>
  if ('counter' in cell) return '1'
  if ('field' in cell) return <Blank>{cell.placeholder ?? nameAt(form, inside(cell.field))}</Blank>
  if ('text' in cell)
    return <Blank>{cell.text.replace(/\{([\w.]+)\}/g, (_, path: string) => `〔${nameAt(form, inside(path))}〕`)}</Blank>
  const field = fieldAt(form, cell.seal)
  return <Blank>{field?.kind === 'opinion' ? `${field.label}\n${field.mark}\n年　月　日` : cell.seal}</Blank>
}

const Blank = ({ children }: { children: ReactNode }) => <span className="annex-blank">{children}</span>

/** A field's name; one that is not defined by its code, in brackets. */
const nameAt = (form: FormDefinition, path: string): string => fieldAt(form, path)?.label ?? `（${path}？）`

const styleOf = (cell: Cell): CSSProperties => ({
  ...(cell.align && { textAlign: cell.align }),
  ...('label' in cell && cell.vertical && { writingMode: 'vertical-rl', letterSpacing: '0.3em' }),
})
