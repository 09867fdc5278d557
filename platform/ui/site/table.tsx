// biome-ignore-all lint/a11y/noRedundantRoles: as cards the cells are not displayed as a table, and without the roles would not be one
import type { Child } from 'hono/jsx'

export type TableColumn<Row> = {
  title: string
  value: (row: Row) => Child
  align?: 'right'
}

type TableProps<Row> = {
  /** Says what the table is about, to everyone. */
  caption: string
  columns: TableColumn<Row>[]
  rows: Row[]
}

/** A table that becomes cards at phone width; the roles keep it a table for screen readers there. */
export const Table = <Row,>({ caption, columns, rows }: TableProps<Row>) => (
  <table class="table num" role="table">
    <caption>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ title, align }) => (
          <th scope="col" role="columnheader" class={align}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(row => (
        <tr role="row">
          {columns.map(({ title, value, align }) => (
            <td role="cell" data-label={title} class={align}>
              {value(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
