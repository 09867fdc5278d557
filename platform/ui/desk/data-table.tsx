import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { ColumnSettings, useColumns } from './column-settings.tsx'
import { EmptyState } from './empty-state.tsx'
import type { Keyset } from './keyset.ts'
import { useNarrow } from './narrow.ts'
import { KeysetPager } from './pager.tsx'
import { usePrinting } from './printing.ts'
import { RowCards } from './row-cards.tsx'

export type DataColumn<Row> = {
  key: string
  title: string
  render: (row: Row) => ReactNode
  width?: number | string
  align?: 'left' | 'right' | 'center'
  /** Hidden until chosen in the column settings. */
  optional?: boolean
  /** Cannot be hidden: what the row is about. */
  always?: boolean
  sortable?: boolean
  /** Opens the row by keyboard too; for a column that is no link by itself. */
  opens?: boolean
}

export type DataTableProps<Row> = {
  /** Remembers the column settings under it: “selection.nominations”. */
  name: string
  columns: DataColumn<Row>[]
  rows: Row[] | undefined
  rowKey: (row: Row) => string
  loading?: boolean
  empty?: { title: string; hint?: ReactNode; action?: ReactNode }
  /** Keyset paging: useKeyset() and the cursor of the next page, if there is one. */
  paging?: { keyset: Keyset; next: string | null | undefined; total?: number; pageSize?: number }
  /** Filters, at the left above the table. */
  filters?: ReactNode
  /** Export and other buttons, at the right above the table. */
  tools?: ReactNode
  onSort?: (column: string, order: 'asc' | 'desc' | undefined) => void
  selection?: { keys: string[]; onChange: (keys: string[]) => void }
  onRowClick?: (row: Row) => void
  rowClassName?: (row: Row) => string
}

/** A list as clerks use it: sticky head, remembered columns, next and previous page; cards at phone width. */
export const DataTable = <Row extends object>(props: DataTableProps<Row>) => {
  const printing = usePrinting()
  const narrow = useNarrow() && !printing
  const { shown, settings } = useColumns(props.name, props.columns)
  const rows = props.rows ?? []
  const blank = props.empty && !props.loading && props.rows?.length === 0
  return (
    <div className="data-table">
      <div className="data-table-bar">
        <div className="data-table-filters">{props.filters}</div>
        <div className="data-table-tools">
          {props.tools}
          {!narrow && <ColumnSettings {...settings} />}
        </div>
      </div>
      {blank && <EmptyState {...props.empty!} />}
      {!blank && narrow && <RowCards {...props} rows={rows} columns={shown} />}
      {!blank && !narrow && <Table<Row> {...tableProps(props, rows, shown, printing)} />}
      {props.paging && <KeysetPager {...props.paging} shownRows={rows.length} />}
    </div>
  )
}

/** On paper nothing scrolls, and the head stands again on every page. */
const onScreen = { sticky: { offsetHeader: 52 }, scroll: { x: 'max-content' } }
const onPaper = { size: 'small' as const }

const tableProps = <Row extends object>(
  props: DataTableProps<Row>,
  rows: Row[],
  columns: DataColumn<Row>[],
  printing: boolean,
): TableProps<Row> => ({
  dataSource: rows,
  rowKey: props.rowKey,
  loading: Boolean(props.loading),
  pagination: false,
  size: 'middle',
  ...(printing ? onPaper : onScreen),
  columns: columns.map(({ key, title, render, width, align, sortable, opens }) => ({
    key,
    title,
    render: (_: unknown, row: Row) => (opens ? opening(props, row, render(row)) : render(row)),
    ...(width !== undefined && { width }),
    ...(align && { align }),
    ...(sortable && { sorter: true }),
  })),
  onChange: (_pages, _filters, sorter) => {
    const { columnKey, order } = Array.isArray(sorter) ? sorter[0]! : sorter
    if (columnKey !== undefined) props.onSort?.(String(columnKey), order ? orders[order] : undefined)
  },
  onRow: row => (props.onRowClick ? { onClick: () => props.onRowClick?.(row), className: 'clickable' } : {}),
  rowClassName: row => props.rowClassName?.(row) ?? '',
  ...(props.selection &&
    !printing && {
      rowSelection: {
        selectedRowKeys: props.selection.keys,
        onChange: (keys: React.Key[]) => props.selection?.onChange(keys.map(String)),
      },
    }),
})

/** The click goes on to the row. */
export const opening = <Row,>({ onRowClick }: Pick<DataTableProps<Row>, 'onRowClick'>, row: Row, words: ReactNode) => (
  <button
    type="button"
    className="row-open"
    onClick={event => {
      event.stopPropagation()
      onRowClick?.(row)
    }}
  >
    {words}
  </button>
)

const orders = { ascend: 'asc', descend: 'desc' } as const
