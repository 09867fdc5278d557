import { Button, Progress } from 'antd'
import { useRef } from 'react'
import { Link } from 'react-router'
import { Page, ProblemNotice, Sheet, StateTag } from '#platform/ui/desk/index.ts'
import { exportUnits, importTemplate } from '../shared/import-api.ts'
import { Counts, ImportFindings } from './import-report.tsx'
import { type Import, useImport } from './use-import.ts'
import './units.css'

/** Units from Excel: template, dry run with every wrong cell, confirmation. Nothing is written before it. */
export const ImportPage = () => {
  const units = useImport()
  const { file, report, written, problem, working } = units
  return (
    <Page title="从 Excel 导入单位" meta={<Link to="/units">返回单位与人员</Link>}>
      <Sheet title="第一步：填表">
        <ol className="import-steps">
          <li>
            <a href={importTemplate.path}>下载模板</a>，或者<a href={exportUnits.path}>导出现有单位</a>在上面改。
          </li>
          <li>一行一个单位，上级单位可以是系统里已有的，也可以是表里的另一行。各列怎么填，见“填写说明”表。</li>
          <li>导入只新增和修改，不停用、不移动单位；空着的格不改动原有内容。</li>
        </ol>
      </Sheet>
      <Sheet title="第二步：试导入" extra={file?.name}>
        <ChooseFile disabled={working !== null} onChoose={units.check} again={file !== undefined} />
        {working && <Work {...working} />}
        {problem && <ProblemNotice problem={problem} />}
        {report && !working && <Verdict {...units} report={report} />}
        {written && (
          <p role="status">
            <StateTag tone="done">已写入</StateTag> 新增{written.added}个，修改{written.changed}个。{' '}
            <Link to="/units">去看单位</Link>
          </p>
        )}
      </Sheet>
      {report && !written && <ImportFindings report={report} onList={units.list} />}
    </Page>
  )
}

type ChooseProps = { disabled: boolean; again: boolean; onChoose: (file: File) => void }

const ChooseFile = ({ disabled, again, onChoose }: ChooseProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-label="选择 Excel 文件"
        onChange={({ target }) => {
          const chosen = target.files?.[0]
          // The same file may be chosen again after it was corrected.
          target.value = ''
          if (chosen) onChoose(chosen)
        }}
      />
      <div className="import-file">
        <Button type={again ? 'default' : 'primary'} disabled={disabled} onClick={() => input.current?.click()}>
          {again ? '换一个文件' : '选择文件，试导入'}
        </Button>
        <span>只检查，不写入。最多1万行，10 MB。</span>
      </div>
    </>
  )
}

const words = { checking: '正在逐行检查', writing: '正在写入', listing: '正在生成错误清单' }

const Work = ({ what, share }: NonNullable<Import['working']>) => (
  <div role="status">
    <Progress percent={Math.round(share * 100)} status="active" showInfo={share < 1} aria-label="上传进度" />
    {share < 1 ? '正在上传' : words[what]}……5,000行约需几秒。
  </div>
)

const Verdict = ({ report, written, apply }: Import & { report: NonNullable<Import['report']> }) => {
  const { added, changed, wrong } = report.counts
  if (written) return null
  return (
    <>
      <Counts counts={report.counts} />
      {added + changed === 0 && wrong === 0 && <p>表里的内容与系统里的一致，无需导入。</p>}
      <div className="unit-actions">
        {wrong === 0 && added + changed > 0 && (
          <Button type="primary" onClick={() => apply('all')}>
            确认导入{added + changed}行
          </Button>
        )}
        {wrong > 0 && added + changed > 0 && (
          <Button onClick={() => apply('good')}>只导入没有错误的{added + changed}行</Button>
        )}
        {wrong > 0 && <span>建议改正{wrong}行后重新选择文件；已导入过的行不会重复。</span>}
      </div>
    </>
  )
}
