import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { addUnitBelow, editUnit, type UnitDetail } from '../shared/api.ts'
import type { UnitFields } from '../shared/fields.ts'
import { fitsBelow, type UnitKind, unitKindNames, unitKinds } from '../shared/kinds.ts'
import { useFindings } from './use-findings.ts'

type FieldProps = { kinds: readonly UnitKind[] }

const UnitFormFields = ({ kinds }: FieldProps) => (
  <>
    <Form.Item name="name" label="单位名称" rules={[{ required: true, message: '请输入单位名称' }]}>
      <Input maxLength={60} autoComplete="off" />
    </Form.Item>
    <Form.Item name="fullName" label="单位全称" extra="与公章一致；与单位名称相同的可不填">
      <Input maxLength={120} autoComplete="off" />
    </Form.Item>
    <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
      <Select options={kinds.map(kind => ({ value: kind, label: unitKinds[kind].label }))} />
    </Form.Item>
    <Form.Item name="regionCode" label="行政区划代码" extra="县级及以上6位，乡镇街道9位，村社区12位；没有的不填">
      <Input inputMode="numeric" maxLength={12} className="num" autoComplete="off" />
    </Form.Item>
    <Form.Item name="population" label="人口（人）">
      <InputNumber min={0} precision={0} style={{ width: '100%' }} />
    </Form.Item>
    <Form.Item name="populationBasis" label="人口口径" extra="如：第七次全国人口普查常住人口（2020年）">
      <Input maxLength={100} />
    </Form.Item>
    <Form.Item name="sortNo" label="排序" extra="官方排序，小的在前；不填则排在末尾">
      <InputNumber min={0} max={1_000_000} precision={0} style={{ width: '100%' }} />
    </Form.Item>
  </>
)

const empty = { fullName: '', regionCode: null, population: null, populationBasis: null, sortNo: null }

/** Adds a unit below another. */
export const AddUnit = ({ parent, onClose }: { parent: UnitDetail; onClose: () => void }) => {
  const [form] = Form.useForm<UnitFields>()
  const add = useAction(addUnitBelow, { success: '已新增', quiet: true, onDone: onClose })
  const save = async (unit: UnitFields) => {
    await add.run({ params: { id: parent.id }, body: { ...unit, regionCode: unit.regionCode || null } })
  }
  useFindings(form, add.problem)
  return (
    <Modal
      open
      title={`在“${parent.name}”下新增单位`}
      okText="新增"
      onOk={form.submit}
      confirmLoading={add.running}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {add.problem && <ProblemNotice problem={add.problem} />}
      <Form form={form} layout="vertical" initialValues={empty} onFinish={save}>
        <UnitFormFields kinds={unitKindNames.filter(kind => fitsBelow(kind, parent.kind))} />
      </Form>
    </Modal>
  )
}

/** Changes what is said of a unit; somebody else's change in the meantime is not overwritten. */
export const EditUnit = ({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) => {
  const [form] = Form.useForm<UnitFields>()
  const edit = useAction(editUnit, { success: '已保存', quiet: true, onDone: onClose })
  const save = async (fields: UnitFields) => {
    const body = { version: unit.version, unit: { ...fields, regionCode: fields.regionCode || null } }
    await edit.run({ params: { id: unit.id }, body })
  }
  useFindings(form, edit.problem, 'unit.')
  return (
    <Modal
      open
      title={`修改“${unit.name}”`}
      okText="保存"
      onOk={form.submit}
      confirmLoading={edit.running}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {edit.problem && <ProblemNotice problem={edit.problem} />}
      <Form form={form} layout="vertical" initialValues={unit} onFinish={save}>
        <UnitFormFields kinds={unitKindNames} />
      </Form>
    </Modal>
  )
}
