import { Button, Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { answerText, bodyText, type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import type { Conflict } from '#platform/ui/desk/use-draft.ts'
import type { Plan } from '../../shared/index.ts'
import { type Difference, differences, merged } from '../draft/differences.ts'
import type { Content } from './editing.ts'

type Props = {
  conflict: Conflict<Content>
  form: FormDefinition
  plan: Plan
  onResolve: (content: Content) => void
}

/** Somebody else saved in between: both versions field by field, and the clerk chooses each. */
export const ConflictDialog = ({ conflict, form, plan, onResolve }: Props) => {
  const places = useMemo(() => differences(conflict.mine, conflict.theirs), [conflict])
  const [theirs, setTheirs] = useState<string[]>([])
  const all = places.map(({ path }) => path)
  return (
    <Modal
      open
      width={900}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title="别人也改了这一份，请逐项选择"
      footer={
        <>
          <Button onClick={() => setTheirs([])}>全部用我的</Button>
          <Button onClick={() => setTheirs(all)}>全部用对方的</Button>
          <Button
            type="primary"
            onClick={() =>
              onResolve(
                merged(
                  conflict.mine,
                  places.filter(({ path }) => theirs.includes(path)),
                ),
              )
            }
          >
            按所选保存
          </Button>
        </>
      }
    >
      {places.length === 0 && <p>两边内容相同，保存即可。</p>}
      <ul className="conflicts">
        {places.map(place => (
          <Place
            key={place.path}
            place={place}
            form={form}
            plan={plan}
            theirs={theirs.includes(place.path)}
            onChoose={yes => setTheirs(yes ? [...theirs, place.path] : theirs.filter(path => path !== place.path))}
          />
        ))}
      </ul>
    </Modal>
  )
}

type PlaceProps = {
  place: Difference
  form: FormDefinition
  plan: Plan
  theirs: boolean
  onChoose: (theirs: boolean) => void
}

const Place = ({ place, form, plan, theirs, onChoose }: PlaceProps) => (
  <li>
    <b>{labelOf(place.path, form, plan)}</b>
    <Radio.Group value={theirs ? 'theirs' : 'mine'} onChange={({ target }) => onChoose(target.value === 'theirs')}>
      <Radio value="mine">
        <span className="version">
          <small>我的</small>
          {wordsOf(place.path, place.mine, form)}
        </span>
      </Radio>
      <Radio value="theirs">
        <span className="version">
          <small>对方的</small>
          {wordsOf(place.path, place.theirs, form)}
        </span>
      </Radio>
    </Radio.Group>
  </li>
)

const particularWords: Record<string, string> = {
  tags: '标签',
  declarations: '申明事项',
  emphasised: '重点推荐',
  emphasisReason: '重点推荐理由',
  branchVotes: '党支部推选',
  seals: '盖章件',
  materials: '附件',
}

const labelOf = (path: string, form: FormDefinition, plan: Plan): string => {
  const [part, key = ''] = path.split('.')
  if (part === 'answers') return fieldsOf(form).find(field => field.key === key)?.label ?? key
  if (part === 'articles') return plan.materials.find(material => material.key === key)?.name ?? key
  return part === 'reasons' ? '情况说明' : (particularWords[key] ?? key)
}

const wordsOf = (path: string, value: unknown, form: FormDefinition): string => {
  if (value === undefined || value === null || value === '') return '（空）'
  const [part, key] = path.split('.')
  const field = part === 'answers' ? fieldsOf(form).find(each => each.key === key) : undefined
  if (field) return answerText(field, value) || '（空）'
  if (part === 'articles') {
    const article = value as Content['articles'][string]
    return [article.title, bodyText(article)].filter(Boolean).join('\n') || '（空）'
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
