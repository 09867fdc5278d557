import { answerAt, type FieldOf } from '../shared/index.ts'
import { type LineProps, Value } from './form-view.tsx'

/** Rows of which some columns are private: each cell by itself, so that one can be asked for. */
export const RowsView = (props: LineProps & { field: FieldOf<'rows'> }) => {
  const { field, path, answers } = props
  const rows = answerAt(answers, path)
  if (!Array.isArray(rows) || rows.length === 0) return <span className="view-empty">未填写</span>
  return (
    <table className="rows-view">
      <thead>
        <tr>
          {field.fields.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((_, index) => (
          // Rows have no identity but their place.
          <tr key={index}>
            {field.fields.map(column => (
              <td key={column.key} data-label={column.label}>
                <Value
                  {...props}
                  field={field.sensitive ? { ...column, sensitive: true } : column}
                  path={`${path}.${index}.${column.key}`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
