import { Skeleton } from 'antd'
import type { DataColumn, DataTableProps } from './data-table.tsx'

/** The rows of a table as cards, for a phone: the first column is the heading, the others stand below with their names. */
export const RowCards = <Row extends object>(
  props: DataTableProps<Row> & { rows: Row[]; columns: DataColumn<Row>[] },
) => {
  if (props.loading && props.rows.length === 0) return <Skeleton active />
  const [heading, ...others] = props.columns
  return (
    <ul className="row-cards">
      {props.rows.map(row => (
        <li key={props.rowKey(row)} className={props.rowClassName?.(row)}>
          <div className="row-card-head">
            {props.onRowClick ? (
              <button type="button" onClick={() => props.onRowClick?.(row)}>
                {heading?.render(row)}
              </button>
            ) : (
              heading?.render(row)
            )}
          </div>
          <dl>
            {others.map(({ key, title, render }) => (
              <div key={key}>
                <dt>{title}</dt>
                <dd>{render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
