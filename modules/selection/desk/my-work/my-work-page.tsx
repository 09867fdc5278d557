import { useSession } from '#kernel/access/desk/index.tsx'
import { chineseDate, chineseWeekday } from '#kernel/calendar/shared/index.ts'
import { Answered, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { myWork } from '../../shared/api/campaigns.ts'
import { selects, takesPart } from '../takes-part.ts'
import { NothingWaits } from './nothing-waits.tsx'
import { RunningCampaigns } from './running-campaigns.tsx'
import { TaskLine } from './task-line.tsx'
import './my-work.css'

const MINUTE = 60_000

/** 我的待办: what waits for this post, until when, and the next step; the most pressing first. */
const MyWorkPage = () => {
  const { account, post, permissions, today } = useSession()
  const work = useEndpoint(myWork, {}, { refreshMs: 5 * MINUTE })
  const holds = (roles: string[]) => roles.some(role => permissions.includes(role))
  const tasks = work.data?.tasks ?? []
  const urgent = tasks.filter(task => task.urgent)
  const others = tasks.filter(task => !task.urgent)
  return (
    <Page
      title={`${account.name}，您好`}
      meta={`${chineseDate(today)} ${chineseWeekday(Temporal.PlainDate.from(today).dayOfWeek)} · ${post.unit.name} ${post.title}`}
      narrow
    >
      <Answered of={work}>
        {() =>
          tasks.length === 0 ? (
            <NothingWaits />
          ) : (
            <>
              {urgent.length > 0 && <Tasks title="先办这些" tasks={urgent} />}
              {others.length > 0 && <Tasks title={urgent.length > 0 ? '其他待办' : '待办事项'} tasks={others} />}
            </>
          )
        }
      </Answered>
      {holds(takesPart) && <RunningCampaigns evenNone={holds(selects)} />}
    </Page>
  )
}

type Tasks = { title: string; tasks: Parameters<typeof TaskLine>[0]['task'][] }

const Tasks = ({ title, tasks }: Tasks) => (
  <Sheet title={title} extra={<span className="num">{tasks.length}件</span>}>
    <ul className="tasks">
      {tasks.map(task => (
        <TaskLine key={task.key} task={task} />
      ))}
    </ul>
  </Sheet>
)

export default MyWorkPage
