import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { DayStrip, useCalendar } from '#kernel/calendar/desk/index.tsx'
import { publicityPeriod } from '#kernel/calendar/shared/index.ts'
import { ConfirmAction, dateWords, Sheet, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'
import { fileUrl } from '../papers/paper-line.tsx'
import { nameOf } from '../words.ts'
import type { Submission } from './findings.ts'
import { NoticeForm } from './notice-form.tsx'

type NoticeAsks = NonNullable<Submission['asks']['notice']>

/** 本级公示: the unit's own notice with its evidence, counted day by day. */
export const NoticeSheet = ({ submission, asks }: { submission: Submission; asks: NoticeAsks }) => {
  const [adding, setAdding] = useState(false)
  const { fill } = submission.permissions
  return (
    <Sheet title="本单位公示" id="notice" extra={`不少于${asks.workdays}个工作日`}>
      <div data-path="notices" tabIndex={-1}>
        {submission.localNotices.map(notice => (
          <NoticeLine key={notice.id} submission={submission} asks={asks} notice={notice} />
        ))}
        {submission.localNotices.length === 0 && !adding && (
          <p>
            还没有登记公示。
            {submission.latestPublishOn &&
              `最迟应在${dateWords(submission.latestPublishOn)}发布，才能在上报截止前满期。`}
          </p>
        )}
      </div>
      {adding && <NoticeForm submission={submission} asks={asks} onClose={() => setAdding(false)} />}
      {fill && !adding && submission.nominations.length > 0 && (
        <Button onClick={() => setAdding(true)}>登记公示</Button>
      )}
    </Sheet>
  )
}

type LineProps = { submission: Submission; asks: NoticeAsks; notice: Submission['localNotices'][number] }

const NoticeLine = ({ submission, asks, notice }: LineProps) => {
  const { today } = useSession()
  const { data: calendar } = useCalendar()
  const remove = useAction(submissionsApi.removeLocalNotice, { success: '已删除' })
  const level = asks.levels.find(({ key }) => key === notice.mediaLevel)?.name ?? notice.mediaLevel
  const names = submission.nominations.filter(({ id }) => notice.nominationIds.includes(id)).map(nameOf)
  return (
    <section className="own-notice">
      <h3>
        {notice.medium}（{level}）
        <StateTag tone={notice.running ? 'near' : 'done'}>{notice.running ? '公示中' : '已满期'}</StateTag>
      </h3>
      {calendar && (
        <DayStrip
          period={publicityPeriod(calendar, {
            publishedOn: notice.publishedOn,
            workdays: notice.workdays,
            countPublishDay: asks.countPublishDay,
          })}
          today={today}
        />
      )}
      <p>
        列入{names.length}个：{names.join('、')}
      </p>
      <p className="own-notice-links">
        {notice.url && (
          <a href={notice.url} target="_blank" rel="noreferrer">
            查看公示网页
          </a>
        )}
        {notice.fileKeys.map((key, index) => (
          <a key={key} href={fileUrl(key)} target="_blank" rel="noreferrer">
            公示证明{index + 1}
          </a>
        ))}
        {submission.permissions.fill && (
          <ConfirmAction
            label="删除这条登记"
            title="删除这条公示登记？"
            button={{ size: 'small', type: 'link' }}
            danger
            onConfirm={() => remove.run({ params: { id: submission.id, noticeId: notice.id } })}
          >
            只删除登记，不影响已经发布的公示。
          </ConfirmAction>
        )}
      </p>
    </section>
  )
}
