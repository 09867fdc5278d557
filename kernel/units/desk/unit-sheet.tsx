import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ConfirmAction, ProblemNotice, Sheet, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { moveUnit, setUnitActive, type UnitDetail } from '../shared/api.ts'
import { unitKinds } from '../shared/kinds.ts'
import { AddUnit, EditUnit } from './unit-form.tsx'
import { UnitSelect } from './unit-select.tsx'
import './units.css'

type Dialog = 'add' | 'edit' | 'move' | null

/** What is held of a unit, and what its administrator can do with it. */
export const UnitSheet = ({ unit, linkTo }: { unit: UnitDetail; linkTo: (id: number) => string }) => {
  const [dialog, setDialog] = useState<Dialog>(null)
  const close = () => setDialog(null)
  return (
    <Sheet title={unit.name} extra={unit.active ? <Way unit={unit} linkTo={linkTo} /> : <StateTag>已停用</StateTag>}>
      <Facts unit={unit} />
      {unit.can.edit && (
        <div className="unit-actions">
          <Button onClick={() => setDialog('edit')}>修改</Button>
          {unit.active && <Button onClick={() => setDialog('add')}>新增下级单位</Button>}
          {unit.can.move && <Button onClick={() => setDialog('move')}>调整隶属</Button>}
          {unit.can.move && <SwitchUnit unit={unit} />}
        </div>
      )}
      {dialog === 'add' && <AddUnit parent={unit} onClose={close} />}
      {dialog === 'edit' && <EditUnit unit={unit} onClose={close} />}
      {dialog === 'move' && <MoveUnit unit={unit} onClose={close} />}
    </Sheet>
  )
}

const Way = ({ unit, linkTo }: { unit: UnitDetail; linkTo: (id: number) => string }) => (
  <span>
    {unit.above.map(({ id, name }, place) => (
      <span key={id}>
        {place > 0 && ' › '}
        <Link to={linkTo(id)}>{name}</Link>
      </span>
    ))}
  </span>
)

const Facts = ({ unit }: { unit: UnitDetail }) => (
  <dl className="unit-facts num">
    <Fact name="全称" value={unit.fullName} />
    <Fact name="类别" value={unitKinds[unit.kind].label} />
    <Fact name="行政区划代码" value={unit.regionCode} />
    <Fact name="官方排序" value={String(unit.sortNo)} />
    <Fact name="人口" value={unit.population === null ? null : `${unit.population.toLocaleString()}人`} />
    <Fact name="人口口径" value={unit.populationBasis} />
    <Fact name="下级单位" value={`${unit.children}个`} />
  </dl>
)

const Fact = ({ name, value }: { name: string; value: string | null }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value || '—'}</dd>
  </div>
)

const SwitchUnit = ({ unit }: { unit: UnitDetail }) => {
  const change = useAction(setUnitActive, { success: unit.active ? '已停用' : '已恢复' })
  const run = (active: boolean) => change.run({ params: { id: unit.id }, body: { active } })
  if (!unit.active)
    return (
      <Button loading={change.running} onClick={() => run(true)}>
        恢复
      </Button>
    )
  return (
    <ConfirmAction label="停用" title={`停用“${unit.name}”？`} danger confirmLabel="停用" onConfirm={() => run(false)}>
      停用后不再出现在可选的单位里；已办的事都保留，随时可以恢复。还有在用的下级单位或在岗人员时不能停用。
    </ConfirmAction>
  )
}

const MoveUnit = ({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) => {
  const [parentId, setParentId] = useState<number>()
  const move = useAction(moveUnit, { success: '已调整', quiet: true, onDone: onClose })
  return (
    <Modal
      open
      title={`调整“${unit.name}”的隶属`}
      okText="调整"
      okButtonProps={{ disabled: parentId === undefined }}
      confirmLoading={move.running}
      onOk={() => parentId && move.run({ params: { id: unit.id }, body: { parentId } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {move.problem && <ProblemNotice problem={move.problem} />}
      <div className="reason-field">
        <label htmlFor="new-parent">新的上级单位</label>
        <UnitSelect id="new-parent" except={unit.id} onChange={setParentId} {...(parentId && { value: parentId })} />
        <small>它的下级单位、岗位和人员一并过去；原上级从此看不到它以后的办理情况。</small>
      </div>
    </Modal>
  )
}
