import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { noticeStates } from '#kernel/publicity/shared/index.ts'
import { Sheet, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { ballotDeskApi } from '../../shared/index.ts'
import type { Election } from './election-types.ts'

/** 公告 of the vote and of its result: drawn up here from what is frozen, checked and issued as notices by two more people. */
export const Announcement = ({ election: { id, state, announcements, permissions } }: { election: Election }) => {
  const navigate = useNavigate()
  const draft = useAction(ballotDeskApi.draftAnnouncement, {
    onDone: ({ noticeId }) => navigate(`/notices/${noticeId}`),
  })
  if (announcements.length === 0 && !permissions.announce) return null
  const button = (
    <Button loading={draft.running} onClick={() => draft.run({ params: { id }, body: {} })}>
      {state === 'published' ? '拟结果公告' : '拟投票公告'}
    </Button>
  )
  return (
    <Sheet title="公告" extra={permissions.announce && button}>
      {announcements.length === 0 && <p>{state === 'published' ? ofResult : ofVote}</p>}
      <ul className="checks">
        {announcements.map(({ id: noticeId, title, state: at, version, publishedOn }) => (
          <li key={noticeId}>
            <StateTag tone={at === 'issued' ? 'done' : 'near'}>{noticeStates[at]}</StateTag>{' '}
            <Link to={`/notices/${noticeId}`}>{title}</Link> 第{version}版
            {publishedOn && ` · ${chineseDate(publishedOn)}发布`}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const ofVote =
  '规则已经冻结，可以拟投票公告：时间、谁可以投、怎样投、候选名单和规则指纹都按冻结的写好，经审核、签发后公开。'
const ofResult = '结果已经公布，可以拟结果公告：票数和最后的树头都按公布的写好，经审核、签发后公开。'
