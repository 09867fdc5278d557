import { Alert, Button, Select, Space } from 'antd'
import { useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { Answered, DataTable, newKey, Page, ProblemNotice, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { sendFile } from '#platform/ui/desk/send-file.ts'
import { commendApi } from '../../../shared/index.ts'
import type { ImportFault } from '../../../stages/commend/shared/api.ts'
import { EarlierEntries } from './earlier-entries.tsx'

type Report = AnswerOf<typeof commendApi.checkImport>

/** Registers by which this campaign excludes: what stands in them is looked up and put right, more is imported. */
const EarlierWinnersPage = () => {
  const campaignId = Number(useParams().id)
  const registers = useEndpoint(commendApi.listRegisters, { params: { id: campaignId } })
  return (
    <Page title="往届获奖名单" meta={<Link to={`/selection/campaigns/${campaignId}`}>返回总览</Link>} narrow>
      <Answered of={registers}>
        {data => (
          <>
            <EarlierEntries campaignId={campaignId} />
            {data.permissions.run && (
              <Import campaignId={campaignId} registers={data.registers} onDone={() => registers.refetch()} />
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

type Register = AnswerOf<typeof commendApi.listRegisters>['registers'][number]
type ImportProps = { campaignId: number; registers: Register[]; onDone: () => unknown }

const Import = ({ campaignId, registers, onDone }: ImportProps) => {
  const [register, setRegister] = useState(registers[0]?.title ?? '')
  const { file, report, problem, added, busy, check, apply } = useImport(campaignId, register, onDone)
  const input = useRef<HTMLInputElement>(null)
  const template = addressOf(commendApi.importTemplate.path, { id: campaignId })
  return (
    <>
      <Sheet title="荣誉名册">
        <Select
          aria-label="荣誉名册"
          value={register}
          style={{ width: '100%' }}
          options={registers.map(({ title, count }) => ({ value: title, label: `${title}（已有${count}个）` }))}
          onChange={setRegister}
        />
        <p>{registers.find(({ title }) => title === register)?.text}</p>
      </Sheet>
      <Sheet title="导入">
        <p>
          先<a href={template}>下载模板</a>
          ，填好后试导入。证件号码只用来核对是不是同一个人，系统只留加密后的标记，不存号码。
        </p>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          hidden
          onChange={({ target }) => {
            if (target.files?.[0]) check(target.files[0])
            target.value = ''
          }}
        />
        <Button loading={busy} onClick={() => input.current?.click()}>
          选择文件，试导入
        </Button>
        {problem && <ProblemNotice problem={problem} />}
        {added !== undefined && <Alert type="success" showIcon title={`已导入${added}个`} />}
        {file && report && <ReportSheet name={file.name} report={report} busy={busy} onApply={apply} />}
      </Sheet>
    </>
  )
}

/** The file on its way: tried, then written. */
const useImport = (campaignId: number, register: string, onDone: () => unknown) => {
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<Report>()
  const [problem, setProblem] = useState<Problem>()
  const [added, setAdded] = useState<number>()
  const [busy, setBusy] = useState(false)
  const send = async <T,>(path: string, content: File, query: Record<string, string>): Promise<T | undefined> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const address = addressOf(path, { id: campaignId }, { register, ...query })
      return (await sendFile(address, content, { key: newKey() })) as T
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const check = async (content: File) => {
    setFile(content)
    setAdded(undefined)
    setReport(await send<Report>(commendApi.checkImport.path, content, {}))
  }
  const apply = async (rows: 'all' | 'good') => {
    const answer = file && (await send<{ added: number }>(commendApi.applyImport.path, file, { rows }))
    if (!answer) return
    setAdded(answer.added)
    setReport(undefined)
    onDone()
  }
  return { file, report, problem, added, busy, check, apply }
}

type ReportProps = { name: string; report: Report; busy: boolean; onApply: (rows: 'all' | 'good') => void }

const ReportSheet = ({ name, report, busy, onApply }: ReportProps) => (
  <div>
    <p className="num">
      {name}：可导入{report.good}行，名册中已有{report.known}行，有误{report.wrong}行。
    </p>
    {report.faults.length > 0 && (
      <DataTable<ImportFault>
        name="selection.earlier-winners.faults"
        rows={report.faults}
        rowKey={fault => `${fault.row}-${fault.column}-${fault.message}`}
        columns={[
          { key: 'row', title: '行', render: fault => fault.row, always: true },
          { key: 'column', title: '列', render: fault => fault.column },
          { key: 'value', title: '填写的内容', render: fault => fault.value },
          { key: 'message', title: '问题与改法', render: fault => fault.message },
        ]}
      />
    )}
    <Space>
      <Button
        type="primary"
        disabled={report.good === 0}
        loading={busy}
        onClick={() => onApply(report.wrong > 0 ? 'good' : 'all')}
      >
        {report.wrong > 0 ? `只导入没有错误的${report.good}行` : `导入${report.good}行`}
      </Button>
    </Space>
  </div>
)

export default EarlierWinnersPage
