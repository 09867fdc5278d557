import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { type DataColumn, type DataTableProps, opening } from './data-table.tsx'

const AT_FIRST = 50

/** The rows of a table as cards, for a phone: the first column is the heading, the others stand below with their names. */
export const RowCards = <Row extends object>(
  props: DataTableProps<Row> & { rows: Row[]; columns: DataColumn<Row>[] },
) => {
  const [most, setMost] = useState(AT_FIRST)
  if (props.loading && props.rows.length === 0) return <Skeleton active />
  const [heading, ...others] = props.columns
  const left = props.rows.length - most
  return (
    <>
      <ul className="row-cards">
        {props.rows.slice(0, most).map(row => (
          <li key={props.rowKey(row)} className={props.rowClassName?.(row)}>
            <div className="row-card-head">
              {heading?.opens ? opening(props, row, heading.render(row)) : heading?.render(row)}
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
      {left > 0 && (
        <Button block onClick={() => setMost(most + AT_FIRST)}>
          再显示{Math.min(left, AT_FIRST)}条，还有{left}条
        </Button>
      )}
    </>
  )
}
