import type { State } from '../../shared/index.ts'
import './way.css'

const way: { name: string; states: State[] }[] = [
  { name: '申报', states: ['draft'] },
  { name: '审批', states: ['secretary', 'office', 'leader', 'amount', 'meeting'] },
  { name: '实施', states: ['building'] },
  { name: '公示', states: ['completed', 'publicity'] },
  { name: '验收', states: ['acceptance', 'committee'] },
  { name: '拨付', states: ['accepted'] },
]

/** How far a project has come, seen at once; nothing for one that ended on the way. */
export const Way = ({ state }: { state: State }) => {
  if (state === 'rejected' || state === 'withdrawn' || state === 'ended') return null
  const now = state === 'paid' ? way.length : way.findIndex(({ states }) => states.includes(state))
  return (
    <ol className="micro-way" aria-label="办理进度">
      {way.map(({ name }, at) => (
        <li key={name} className={classOf(at, now)} {...(at === now && { 'aria-current': 'step' as const })}>
          {name}
          {at < now && <span className="unseen">（已完成）</span>}
        </li>
      ))}
    </ol>
  )
}

const classOf = (at: number, now: number) => {
  if (at < now) return 'past'
  return at === now ? 'now' : 'next'
}
