import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { noticeStates } from '#kernel/publicity/shared/index.ts'
import { Sheet, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { ballotDeskApi } from '../../shared/index.ts'
import type { Election } from './election-types.ts'

/** 投票公告 with the fingerprint: drawn up here from the frozen rules, checked and issued as a notice by two more people. */
export const Announcement = ({ election: { id, announcements, permissions } }: { election: Election }) => {
  const navigate = useNavigate()
  const draft = useAction(ballotDeskApi.draftAnnouncement, {
    onDone: ({ noticeId }) => navigate(`/notices/${noticeId}`),
  })
  if (announcements.length === 0 && !permissions.announce) return null
  const button = (
    <Button loading={draft.running} onClick={() => draft.run({ params: { id }, body: {} })}>
      {announcements.length === 0 ? '拟投票公告' : '按冻结的规则重拟'}
    </Button>
  )
  return (
    <Sheet title="投票公告" extra={permissions.announce && button}>
      {announcements.length === 0 && (
        <p>
          规则已经冻结，可以拟投票公告：时间、谁可以投、怎样投、候选名单和规则指纹都按冻结的写好，经审核、签发后公开。
        </p>
      )}
      <ul className="checks">
        {announcements.map(({ id: noticeId, title, state, version, publishedOn }) => (
          <li key={noticeId}>
            <StateTag tone={state === 'issued' ? 'done' : 'near'}>{noticeStates[state]}</StateTag>{' '}
            <Link to={`/notices/${noticeId}`}>{title}</Link> 第{version}版
            {publishedOn && ` · ${chineseDate(publishedOn)}发布`}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
