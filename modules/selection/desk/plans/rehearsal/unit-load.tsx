import { Table } from 'antd'
import type { Rehearsal, UnitLoad } from '../../../shared/index.ts'

/** What each unit may put up and has to hand in. */
export const UnitLoadTable = ({ rehearsal: { units, totals } }: { rehearsal: Rehearsal }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keyboard, too
  <section className="plan-scroll" aria-label="各单位工作量" tabIndex={0}>
    <Table<UnitLoad>
      size="small"
      rowKey="unit"
      dataSource={units}
      pagination={units.length > 20 ? { pageSize: 20, size: 'small', showSizeChanger: false } : false}
      columns={[
        { title: '单位', dataIndex: 'name' },
        ...totals.map(({ category, name }) => ({
          title: name,
          key: category,
          align: 'right' as const,
          render: (_: unknown, unit: UnitLoad) => quota(unit, category),
        })),
        { title: '最多推荐', align: 'right', render: (_, { nominations }) => countWords(nominations) },
        { title: '材料件数', align: 'right', render: (_, { pieces }) => countWords(pieces) },
        { title: '纸质份数', align: 'right', render: (_, { paperCopies }) => countWords(paperCopies) },
      ]}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>合计</Table.Summary.Cell>
          {totals.map(({ category, max }, index) => (
            <Table.Summary.Cell key={category} index={index + 1} align="right">
              {countWords(max)}
            </Table.Summary.Cell>
          ))}
          <Table.Summary.Cell index={totals.length + 1} colSpan={3} />
        </Table.Summary.Row>
      )}
    />
  </section>
)

const quota = ({ categories }: UnitLoad, category: string) => {
  const own = categories.find(each => each.category === category)
  if (!own) return '—'
  const words = own.max === null ? '不限' : own.min > 0 && own.min < own.max ? `${own.min}—${own.max}` : String(own.max)
  return (
    <span className="num" title={own.basis}>
      {own.automatic > 0 ? `${words}＋${own.automatic}` : words}
    </span>
  )
}

const countWords = (count: number | null) => <span className="num">{count ?? '不限'}</span>
