import { Link } from 'react-router'
import { Sheet } from '#platform/ui/desk/index.ts'
import { nameOf } from '../words.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import type { Submission } from './findings.ts'

/** 退回意见: what the upper level asks to be changed, item by item, each leading to its field. */
export const ReturnNotes = ({ submission }: { submission: Submission }) => {
  const open = submission.notes.filter(({ settled }) => !settled)
  if (open.length === 0) return null
  const due = open.find(({ dueOn }) => dueOn)?.dueOn
  return (
    <Sheet className="return-notes" title={`退回意见（${open.length}条）`} extra={due && <WorkdayDeadline due={due} />}>
      <ol>
        {open.map((note, index) => (
          <li key={index}>
            <Where submission={submission} nominationId={note.nominationId} path={note.path} />
            {note.comment}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

type WhereProps = { submission: Submission; nominationId: number | null; path: string | null }

const Where = ({ submission, nominationId, path }: WhereProps) => {
  const nominee = submission.nominations.find(({ id }) => id === nominationId)
  if (!nominee) return <b>整体：</b>
  const label = submission.asks.fields[nominee.category]?.find(field => field.path === path)?.label
  const to = `/selection/nominations/${nominee.id}${path ? `?at=${encodeURIComponent(path)}` : ''}`
  return (
    <b>
      <Link to={to}>
        {nameOf(nominee)}
        {label && `·${label}`}
      </Link>
      ：
    </b>
  )
}
