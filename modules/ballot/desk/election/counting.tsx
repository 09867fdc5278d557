import { Alert } from 'antd'
import { momentWords } from '#kernel/calendar/shared/index.ts'
import { ConfirmAction, Sheet, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { ballotDeskApi } from '../../shared/index.ts'
import type { Election } from './election-types.ts'

/** The steps after the window, one at a time: 截止入账, 清理, 定账, 查验, 公布. */
export const Counting = ({ election }: { election: Election }) => {
  const { state } = election
  const over = election.now >= election.closesAt
  if (state === 'draft' || state === 'published' || (state === 'open' && !over)) return null
  return (
    <Sheet title="截止以后" extra={<NextStep election={election} />}>
      <ol className="steps-left">
        <li>
          截止并把最后的选票入账。{(state === 'drained' || state === 'final') && <StateTag tone="done">已办</StateTag>}
        </li>
        <li>核查异常选票，需要作废的由两人提请、批准。{state === 'final' && <StateTag tone="done">已办</StateTag>}</li>
        <li>定账：计票并签发最后的树头。{state === 'final' && <StateTag tone="done">已办</StateTag>}</li>
        <li>审核人查验全部投票记录。</li>
        <li>签发人公布结果，选票同时公开，任何人都可以复算。</li>
      </ol>
      <Audits election={election} />
    </Sheet>
  )
}

const NextStep = ({ election: { id, state, permissions, proposals } }: { election: Election }) => {
  const params = { id }
  const close = useAction(ballotDeskApi.closeElection, { success: '已截止，选票全部入账' })
  const finish = useAction(ballotDeskApi.finishElection, { success: '已定账' })
  const publish = useAction(ballotDeskApi.publishElection, { success: '结果已公布' })
  if (state === 'open' || state === 'closed')
    return permissions.close ? (
      <ConfirmAction
        label="截止并入账"
        title="投票时间已过，现在截止？"
        button={{ type: 'primary' }}
        onConfirm={() => close.run({ params, body: {} })}
      />
    ) : null
  if (state === 'drained' && permissions.finish)
    return (
      <ConfirmAction
        label="定账"
        title="定账后不能再作废选票。"
        button={{ type: 'primary', disabled: proposals.some(({ decision }) => decision === null) }}
        onConfirm={() => finish.run({ params, body: {} })}
      >
        <p>系统计票，签发最后的树头。结果此时只有办理人看得到。</p>
      </ConfirmAction>
    )
  if (state === 'final' && permissions.publish)
    return (
      <ConfirmAction
        label="公布结果"
        title="公布结果和全部选票？"
        button={{ type: 'primary' }}
        onConfirm={() => publish.run({ params, body: {} })}
      >
        <p>结果、每一张选票和最后的树头同时公开，不能撤回。定账和公布须由两个人办理。</p>
      </ConfirmAction>
    )
  return null
}

const Audits = ({ election }: { election: Election }) => {
  const audit = useAction(ballotDeskApi.auditElection, { success: '查验完成' })
  const { permissions, audits, id } = election
  return (
    <>
      {audits.map(({ id: key, auditedAs, auditedAt, findings }) => (
        <Alert
          key={key}
          type={findings.length === 0 ? 'success' : 'error'}
          title={`${auditedAs}于${momentWords(auditedAt)}查验：${findings.length === 0 ? '没有发现问题' : `${findings.length}处不符`}`}
          description={findings.slice(0, 5).map(({ rule, message }) => (
            <div key={rule + message}>
              {rule} {message}
            </div>
          ))}
        />
      ))}
      {permissions.audit && (
        <p>
          <ConfirmAction
            label="查验投票记录"
            title="从头查验全部投票记录？"
            button={{ loading: audit.running }}
            onConfirm={() => audit.run({ params: { id }, body: {} })}
          >
            <p>用公开的规则逐条复算，选票多时要等一会儿。</p>
          </ConfirmAction>{' '}
          <a href={ballotDeskApi.getDeskRecord.path.replace('{id}', String(id))}>下载投票记录</a>
        </p>
      )}
    </>
  )
}
