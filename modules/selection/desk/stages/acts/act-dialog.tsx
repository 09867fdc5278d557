import { Alert, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { type ActKind, actKinds, actsApi } from '../../../shared/index.ts'
import { Labelled } from '../../labelled.tsx'
import type { StageView } from '../stage-props.ts'

type Params = { id: number; stage: string }
type Category = AnswerOf<typeof actsApi.listActs>['categories'][number]
type Reserve = AnswerOf<typeof actsApi.listActs>['reserves'][number]
type Props = {
  kind: ActKind
  params: Params
  stage: StageView
  reserves: Reserve[]
  categories: Category[]
  onClose: () => void
}

const hints: Record<ActKind, string> = {
  succeed: '由未入选的对象补上空出的名额。前面环节没有经过的审查、公示等，要补办后才能审定。',
  add: '在原名单之外增加对象。前面环节没有经过的审查、公示等，要补办后才能审定。',
  move: '改到另一类别，原来的排序不再保留。',
  remove: '从本环节名单中撤下。可以撤销，前后都留有记录。',
}

/** One named act: whom, in whose place or where to, with reason and basis. */
export const ActDialog = ({ kind, params, stage, reserves, categories, onClose }: Props) => {
  const [form, setForm] = useState<Form>({ reason: '', basis: '', extra: {} })
  const set = (change: Partial<Form>) => setForm(before => ({ ...before, ...change }))
  const run = useAct(kind, params, form)
  const missing = useMissing(kind, params, form)
  const ready =
    form.nominationId !== undefined &&
    form.reason.trim() !== '' &&
    form.basis.trim() !== '' &&
    (kind !== 'succeed' || form.replacesId !== undefined) &&
    (kind !== 'move' || (form.toCategory !== undefined && missing?.fits !== false))
  return (
    <Modal
      open
      title={actKinds[kind]}
      okText={actKinds[kind]}
      okButtonProps={{ disabled: !ready, danger: kind === 'remove' }}
      confirmLoading={run.running}
      onOk={async () => (await run.go()) && onClose()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>{hints[kind]}</p>
      {kind === 'succeed' && (
        <Labelled label="空出名额的对象">
          <NameSelect
            entries={stage.pool.filter(({ outcome }) => outcome === 'out')}
            onChange={replacesId => set({ replacesId })}
          />
        </Labelled>
      )}
      <Labelled label={kind === 'succeed' || kind === 'add' ? '补入的对象' : '对象'}>
        <NameSelect
          entries={
            kind === 'succeed' || kind === 'add' ? reserves : stage.pool.filter(({ outcome }) => outcome !== 'out')
          }
          onChange={nominationId => set({ nominationId })}
        />
      </Labelled>
      {kind === 'move' && (
        <Labelled label="调整到">
          <Select
            options={categories.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(toCategory: string) => set({ toCategory, extra: {} })}
          />
        </Labelled>
      )}
      {missing?.fits === false && <Alert type="error" title="这个类别推荐的对象与原类别不同，不能调整。" />}
      {missing?.missing.map(({ path, label, message }) => (
        <Labelled key={path} label={`${label}（${message}）`}>
          <Input
            value={form.extra[path] ?? ''}
            onChange={({ target }) => set({ extra: { ...form.extra, [path]: target.value } })}
          />
        </Labelled>
      ))}
      <Labelled label="理由（必填）">
        <Input.TextArea
          value={form.reason}
          maxLength={1000}
          rows={2}
          onChange={({ target }) => set({ reason: target.value })}
        />
      </Labelled>
      <Labelled label="依据（必填，如会议纪要、批示、方案条款）">
        <Input value={form.basis} maxLength={500} onChange={({ target }) => set({ basis: target.value })} />
      </Labelled>
    </Modal>
  )
}

type Form = {
  nominationId?: number
  replacesId?: number
  toCategory?: string
  reason: string
  basis: string
  extra: Record<string, string>
}

type Named = { nominationId: number; name: string; unitName: string; lastStage?: string | null }

const NameSelect = ({ entries, onChange, id }: { entries: Named[]; onChange: (id: number) => void; id?: string }) => (
  <Select
    {...(id && { id })}
    showSearch={{ optionFilterProp: 'label' }}
    placeholder="输入名称或单位查找"
    notFoundContent="没有可选的对象"
    options={entries.map(({ nominationId, name, unitName, lastStage }) => ({
      value: nominationId,
      label: `${name}　${unitName}${lastStage ? `（${lastStage}未入选）` : ''}`,
    }))}
    onChange={onChange}
  />
)

/** What the form of the new category asks for besides, once both are chosen. */
const useMissing = (kind: ActKind, params: Params, { nominationId, toCategory }: Form) =>
  useEndpoint(
    actsApi.previewMove,
    { params, query: { nominationId: nominationId ?? 0, toCategory: toCategory ?? '' } },
    { enabled: kind === 'move' && nominationId !== undefined && toCategory !== undefined },
  ).data

const useAct = (kind: ActKind, params: Params, form: Form) => {
  const success = `已${actKinds[kind]}`
  const actions = {
    succeed: useAction(actsApi.succeed, { success }),
    add: useAction(actsApi.add, { success }),
    move: useAction(actsApi.move, { success }),
    remove: useAction(actsApi.remove, { success }),
  }
  const { nominationId = 0, replacesId = 0, toCategory = '', reason, basis, extra } = form
  const grounds = { nominationId, reason, basis }
  const go = () => {
    if (kind === 'succeed') return actions.succeed.run({ params, body: { ...grounds, replacesId } })
    if (kind === 'move') return actions.move.run({ params, body: { ...grounds, toCategory, answers: extra } })
    return actions[kind].run({ params, body: grounds })
  }
  return { go, running: actions[kind].running }
}
