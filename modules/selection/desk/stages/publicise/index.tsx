import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, ConfirmAction, Sheet, Sheets, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { publiciseApi } from '../../../shared/index.ts'
import { CloseStage } from '../close-stage.tsx'
import { Obstacles } from '../obstacles.tsx'
import { PoolTable } from '../pool-table.tsx'
import type { StageProps } from '../stage-props.ts'
import { NoticeLines } from './notice-lines.tsx'
import { StrokesForm } from './strokes-form.tsx'
import { SuspendedNames } from './suspended-names.tsx'

export type Publicity = AnswerOf<typeof publiciseApi.getPublicity>

/** 公示: the notice and its days, names that are suspended, and what stands in the way. */
const PubliciseStage = ({ campaignId, stage }: StageProps) => {
  const publicity = useEndpoint(publiciseApi.getPublicity, { params: { id: campaignId, stage: stage.key } })
  return (
    <>
      <Answered of={publicity}>
        {data => (
          <Sheets>
            <NoticeSheet campaignId={campaignId} stage={stage} publicity={data} />
            <div>
              <SuspendedNames campaignId={campaignId} stage={stage} publicity={data} />
              {stage.state === 'open' && (
                <Sheet title="结束前还要办的事">
                  <Obstacles obstacles={stage.obstacles} />
                  {stage.permissions.run && <CloseStage campaignId={campaignId} stage={stage} />}
                </Sheet>
              )}
            </div>
          </Sheets>
        )}
      </Answered>
      <Sheet title="名单">
        <PoolTable campaignId={campaignId} stage={stage} />
      </Sheet>
    </>
  )
}

type NoticeSheetProps = StageProps & { publicity: Publicity }

const NoticeSheet = ({ campaignId, stage, publicity }: NoticeSheetProps) => (
  <Sheet title="公示稿">
    <NoticeLines notices={publicity.notices} />
    <p>
      {publicity.orderWords}公示不少于{publicity.minWorkdays}个工作日，在{publicity.media.join('、')}公示。
    </p>
    {publicity.mustEnd && (
      <p>
        {publicity.mustEnd.words}，最迟{chineseDate(publicity.mustEnd.publishBy)}签发。
      </p>
    )}
    {publicity.notices.length === 0 && <p>如果今天签发，{publicity.ifToday.words}</p>}
    {publicity.unset.length > 0 && (
      <p className="publicise-unset">
        还没有填写：{publicity.unset.join('、')}。公示稿上要印，
        <Link to={`/selection/campaigns/${campaignId}?edit=contacts`}>请先填写联系方式</Link>
        ，再拟公示稿。
      </p>
    )}
    <Differences publicity={publicity} />
    {publicity.permissions.draft && <DraftAction campaignId={campaignId} stage={stage} publicity={publicity} />}
  </Sheet>
)

/** Where the issued list and the pool no longer agree. */
const Differences = ({ publicity: { missing, surplus } }: { publicity: Publicity }) => {
  if (missing.length + surplus.length === 0) return null
  const names = (list: { name: string }[]) => list.map(({ name }) => `“${name}”`).join('、')
  return (
    <div className="publicise-differences" role="status">
      {missing.length > 0 && <p>已签发的名单里没有{names(missing)}，请拟新版本；新版本签发后公示期重新计算。</p>}
      {surplus.length > 0 && (
        <p>{names(surplus)}已不在名单中，公示页面上还有。只删去名字的，其他人的公示期继续计算。</p>
      )}
    </div>
  )
}

const DraftAction = ({ campaignId, stage, publicity }: NoticeSheetProps) => {
  const navigate = useNavigate()
  const draft = useAction(publiciseApi.draftPublicity, { onDone: ({ noticeId }) => navigate(`/notices/${noticeId}`) })
  const run = (strokes: Record<string, string> = {}) =>
    draft.run({ params: { id: campaignId, stage: stage.key }, body: { strokes } })
  if (publicity.unknown.length > 0) return <StrokesForm unknown={publicity.unknown} onGiven={run} />
  const open = publicity.notices.some(({ state }) => state === 'draft')
  const issued = publicity.notices.some(({ state }) => state === 'issued')
  if (!issued || open)
    return (
      <Button type={open ? 'default' : 'primary'} loading={draft.running} onClick={() => run()}>
        {open ? '按名单重拟' : '拟公示稿'}
      </Button>
    )
  return (
    <ConfirmAction label="按名单拟新版本" title="拟一个新版本" onConfirm={() => run()}>
      <p>新版本经审核、签发后替代现在这一版。只删去名字的，公示期继续计算；增加或改动的，公示期重新计算。</p>
    </ConfirmAction>
  )
}

export default PubliciseStage
