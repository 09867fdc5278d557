import { Button } from 'antd'
import { type DataColumn, DataTable, Sheet } from '#platform/ui/desk/index.ts'
import type { ImportChange, ImportFault, ImportReport } from '../shared/import-api.ts'

const faultColumns: DataColumn<ImportFault>[] = [
  { key: 'row', title: '行号', width: 72, align: 'right', always: true, render: fault => `第${fault.row}行` },
  { key: 'column', title: '列', width: 130, render: fault => fault.column },
  { key: 'value', title: '填写的内容', width: 200, render: fault => fault.value || '（空）' },
  { key: 'message', title: '问题与改法', always: true, render: fault => fault.message },
]

const changeColumns: DataColumn<ImportChange>[] = [
  { key: 'unit', title: '单位', always: true, render: change => change.unit.replaceAll('/', ' › ') },
  { key: 'what', title: '将要', width: 80, render: change => (change.what === 'new' ? '新增' : '修改') },
  {
    key: 'changes',
    title: '改动',
    render: ({ changes }) =>
      changes.map(({ column, from, to }) => `${column}：${from || '空'} → ${to}`).join('；') || '—',
  },
  { key: 'row', title: '行号', width: 80, align: 'right', render: change => change.row },
]

export const Counts = ({ counts }: { counts: ImportReport['counts'] }) => (
  <dl className="import-counts num">
    <Count name="共" value={counts.rows} />
    <Count name="新增" value={counts.added} />
    <Count name="修改" value={counts.changed} />
    <Count name="没有变化" value={counts.unchanged} />
    <Count name="有误" value={counts.wrong} {...(counts.wrong > 0 && { className: 'wrong' })} />
  </dl>
)

const Count = ({ name, value, className }: { name: string; value: number; className?: string }) => (
  <div className={className}>
    <dt>{name}</dt>
    <dd>{value.toLocaleString()}行</dd>
  </div>
)

/** What the dry run found: the wrong cells first, then what would be done. */
export const ImportFindings = ({ report, onList }: { report: ImportReport; onList: () => void }) => (
  <>
    {report.faults.length > 0 && (
      <Sheet
        title="要改正的"
        extra={
          <Button size="small" onClick={onList}>
            下载错误清单（Excel）
          </Button>
        }
      >
        <DataTable
          name="units.import.faults"
          columns={faultColumns}
          rows={report.faults}
          rowKey={fault => `${fault.row}|${fault.column}|${fault.message}`}
        />
        {report.faults.length >= 500 && <p>只显示前500处，其余的见错误清单。</p>}
      </Sheet>
    )}
    {report.changes.length > 0 && (
      <Sheet title="将要写入的">
        <DataTable
          name="units.import.changes"
          columns={changeColumns}
          rows={report.changes}
          rowKey={change => String(change.row)}
        />
        {report.changes.length >= 200 && <p>只显示前200行。</p>}
      </Sheet>
    )}
  </>
)
