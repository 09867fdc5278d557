import { RightOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { myWork } from '../../shared/api/campaigns.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'

type Task = AnswerOf<typeof myWork>['tasks'][number]

/** One thing that waits: the whole line leads to where it is done. */
export const TaskLine = ({ task }: { task: Task }) => (
  <li className={task.urgent ? 'urgent' : undefined}>
    <Link to={task.link}>
      <span className="task-words">
        <b>{task.title}</b>
        <small>{task.detail}</small>
      </span>
      {task.dueOn && <WorkdayDeadline due={task.dueOn} />}
      <RightOutlined aria-hidden />
    </Link>
  </li>
)
