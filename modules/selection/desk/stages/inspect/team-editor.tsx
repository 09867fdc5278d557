import { Button, Input } from 'antd'
import type { Candidate } from './inspect-types.ts'

type Team = Candidate['team']
type Props = { team: Team; least: number; withBranch: boolean; editable: boolean; onChange: (team: Team) => void }

/** 考察组: a line a member, with the branch that decides who must stand aside. */
export const TeamEditor = ({ team, least, withBranch, editable, onChange }: Props) => {
  const blank: Team = Array.from({ length: Math.max(0, least - team.length) }, () => ({ name: '' }))
  const rows = editable ? [...team, ...blank] : team
  const set = (index: number, change: Partial<Team[number]>) =>
    onChange(rows.map((row, n) => (n === index ? { ...row, ...change } : row)))
  return (
    <fieldset className="team" data-path="inspection.team">
      <legend>考察组（不少于{least}人）</legend>
      {rows.map((member, index) => (
        <div key={index} className="team-row">
          <Input
            placeholder="姓名"
            aria-label={`第${index + 1}名成员姓名`}
            value={member.name}
            disabled={!editable}
            onChange={({ target }) => set(index, { name: target.value })}
          />
          <Input
            placeholder="工作单位"
            aria-label={`第${index + 1}名成员工作单位`}
            value={member.unit ?? ''}
            disabled={!editable}
            onChange={({ target }) => set(index, { unit: target.value })}
          />
          {withBranch && (
            <Input
              placeholder="所在党支部"
              aria-label={`第${index + 1}名成员所在党支部`}
              value={member.branch ?? ''}
              disabled={!editable}
              onChange={({ target }) => set(index, { branch: target.value })}
            />
          )}
          {editable && (
            <Button type="text" onClick={() => onChange(rows.filter((_, n) => n !== index))}>
              删除
            </Button>
          )}
        </div>
      ))}
      {editable && (
        <Button type="dashed" size="small" onClick={() => onChange([...rows, { name: '' }])}>
          增加成员
        </Button>
      )}
    </fieldset>
  )
}
