import { Alert, Button, Space } from 'antd'
import { DayStrip } from '#kernel/calendar/desk/index.tsx'
import { describePeriod } from '#kernel/calendar/shared/index.ts'
import { Answered, AutosaveStatus, FindingsPanel, Page, Sheet, Sheets, useEndpoint } from '#platform/ui/desk/index.ts'
import { privacyFindings, readinessFindings } from '../shared/findings.ts'
import { getNotice, type Notice } from '../shared/notice-api.ts'
import { noticeKinds, noticeStates } from '../shared/states.ts'
import { ContentEditor } from './content-editor.tsx'
import { EnterObjection } from './enter-objection.tsx'
import { FlowPanel } from './flow-panel.tsx'
import { NoticePreview } from './notice-preview.tsx'
import { type Draft, useNoticeDraft } from './use-notice-draft.ts'
import './publicity.css'

/** One notice: its content, the days of its period, and who does what next. */
export const NoticeEditor = ({ id }: { id: number }) => {
  const notice = useEndpoint(getNotice, { params: { id } })
  return (
    <Answered of={notice}>
      {data =>
        data.permissions.edit ? (
          // A new state brings new content: the editor begins again from it.
          <Editing key={`${data.id}-${data.state}`} notice={data} />
        ) : (
          <Reading notice={data} />
        )
      }
    </Answered>
  )
}

const metaOf = (notice: Notice) =>
  [noticeKinds[notice.kind], `第${notice.version}版`, noticeStates[notice.state], notice.unitName].join(' · ')

const Editing = ({ notice }: { notice: Notice }) => {
  const { draft, change, save, flush, current, settle } = useNoticeDraft(notice)
  const findings = [...privacyFindings(draft.title, draft.content), ...readinessFindings(notice.kind, draft.content)]
  return (
    <Page title={draft.title || '（未填标题）'} meta={metaOf(notice)} actions={<AutosaveStatus state={save} />}>
      {notice.returnComment && (
        <Alert type="warning" showIcon title={`退回意见：${notice.returnComment}`} className="notice-alert" />
      )}
      {current && <Conflict mine={draft} theirs={current} settle={settle} />}
      <Sheets>
        <ContentEditor draft={draft} kind={notice.kind} change={change} />
        <div>
          <FlowPanel notice={notice} blocked={findings.length > 0} beforeStep={flush} />
          <Sheet title="送审前检查">
            <FindingsPanel findings={findings} clear="没有发现身份证号码、手机号码等不宜公开的内容" />
          </Sheet>
          <PeriodSheet notice={notice} draft={draft} />
        </div>
      </Sheets>
    </Page>
  )
}

const Reading = ({ notice }: { notice: Notice }) => (
  <Page
    title={notice.title}
    meta={metaOf(notice)}
    actions={
      notice.state === 'issued' && (
        <>
          {notice.kind === 'publicity' && notice.permissions.objections && <EnterObjection notice={notice} />}
          <Button href={`/notices/${notice.code}`} target="_blank">
            看公开页面
          </Button>
        </>
      )
    }
  >
    <Sheets>
      <NoticePreview content={notice.content} />
      <div>
        <FlowPanel notice={notice} blocked={false} beforeStep={async () => true} />
        <PeriodSheet notice={notice} />
      </div>
    </Sheets>
  </Page>
)

const PeriodSheet = ({ notice, draft }: { notice: Notice; draft?: Draft }) => {
  if (!notice.period) return null
  const issued = notice.publishedOn !== null
  const stale = draft !== undefined && draft.workdays !== notice.period.workdays
  return (
    <Sheet title={issued ? '公示期' : '如果今天签发'}>
      {stale ? (
        <p>工作日数已改，保存后重新打开即按{draft.workdays}个工作日计算。</p>
      ) : (
        <>
          <p>{describePeriod(notice.period)}</p>
          <DayStrip period={notice.period} today={notice.today} />
        </>
      )}
    </Sheet>
  )
}

type ConflictProps = {
  mine: Draft
  theirs: Pick<Draft, 'title' | 'content'>
  settle: (keep: 'mine' | 'theirs') => void
}

/** Both versions are there; nothing is thrown away before somebody chooses. */
const Conflict = ({ mine, theirs, settle }: ConflictProps) => (
  <Sheet
    title="别人也改了这一份"
    extra={
      <Space>
        <Button onClick={() => settle('theirs')}>用对方保存的</Button>
        <Button type="primary" onClick={() => settle('mine')}>
          用本页的
        </Button>
      </Space>
    }
  >
    <div className="notice-conflict">
      <section>
        <h3>本页：{mine.title}</h3>
        <NoticePreview content={mine.content} />
      </section>
      <section>
        <h3>对方：{theirs.title}</h3>
        <NoticePreview content={theirs.content} />
      </section>
    </div>
  </Sheet>
)
