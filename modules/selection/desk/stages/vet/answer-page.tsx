import { Alert, Button } from 'antd'
import { useParams } from 'react-router'
import { Answered, AutosaveStatus, ConfirmAction, Page, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import type { VetRequestPage } from '../../../stages/vet/shared/api.ts'
import * as vetApi from '../../../stages/vet/shared/api.ts'
import { WorkdayDeadline } from '../../workday-deadline.tsx'
import { NameAnswer } from './name-answer.tsx'
import { useAnswers } from './use-answers.ts'
import './vet.css'

/** Where a department answers, in ten minutes: a list, an opinion each, sent once. Also for the holder of a slip. */
const AnswerPage = () => {
  const id = Number(useParams().id)
  const request = useEndpoint(vetApi.getRequest, { params: { id } })
  return <Answered of={request}>{page => <Answering key={`${page.id}-${page.state}`} page={page} />}</Answered>
}

const Answering = ({ page }: { page: VetRequestPage }) => {
  const { answers, change, save, state, open, missing } = useAnswers(page)
  const submit = useAction(vetApi.answerRequest, { success: '已提交，感谢您的办理' })
  const editable = page.state === 'open' && !page.closed
  const all = () =>
    change(
      open.filter(({ nominationId }) => !answers[nominationId]?.opinion).map(({ nominationId }) => nominationId),
      { opinion: 'none' },
    )
  const objections = open.filter(({ nominationId }) => answers[nominationId]?.opinion === 'objection').length
  return (
    <Page
      narrow
      title={`${page.department}审查意见`}
      meta={<Head page={page} />}
      actions={<Button onClick={() => window.print()}>打印</Button>}
    >
      {!editable && <Closed page={page} />}
      {editable && (
        <div className="vet-bar">
          <p>
            没有异议的选“{page.noObjection}”；有异议的请说明情况。说明只有{page.asker}的异议受理人能看到。
            <strong>不得填写国家秘密、案件线索。</strong>
          </p>
          <Button size="large" onClick={all} disabled={missing === 0}>
            其余全部{page.noObjection}
          </Button>
        </div>
      )}
      <ol className="vet-names">
        {page.names.map(name => (
          <NameAnswer
            key={name.nominationId}
            name={name}
            noObjection={page.noObjection}
            answer={
              name.given
                ? { opinion: name.opinion, reason: name.reason }
                : (answers[name.nominationId] ?? { opinion: null, reason: '' })
            }
            onChange={editable && !name.given ? given => change([name.nominationId], given) : undefined}
          />
        ))}
      </ol>
      {editable && (
        <div className="vet-send">
          <AutosaveStatus state={state} />
          <span className="num">{missing > 0 ? `还有${missing}个没有填完` : '已全部填完'}</span>
          <ConfirmAction
            label="提交"
            title="提交审查意见？"
            button={{ type: 'primary', size: 'large', disabled: missing > 0 }}
            onConfirm={async () => ((await save()) ? submit.run({ params: { id: page.id } }) : undefined)}
          >
            <p className="num">
              共{open.length}个：{page.noObjection}
              {open.length - objections}个，有异议{objections}个。提交后不能修改。
            </p>
          </ConfirmAction>
        </div>
      )}
      <p className="vet-sign print-only">（盖章）　　　　　　　年　　月　　日</p>
    </Page>
  )
}

const Head = ({ page }: { page: VetRequestPage }) => (
  <>
    {page.asker}征求意见：{page.campaignTitle}
    {page.letterNo && ` · ${page.letterNo}`}
    {page.dueOn && (
      <>
        {' · 请于 '}
        <WorkdayDeadline due={page.dueOn} settled={page.state === 'answered'} /> 前回复
      </>
    )}
  </>
)

const Closed = ({ page }: { page: VetRequestPage }) => (
  <Alert
    type={page.state === 'answered' ? 'success' : 'info'}
    showIcon
    title={page.state === 'answered' ? '意见已提交，无需再办。如需更正，请与发函单位联系。' : '征求意见已经结束。'}
  />
)

export default AnswerPage
