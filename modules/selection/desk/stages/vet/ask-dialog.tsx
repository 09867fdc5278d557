import { DatePicker, Form, Input, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useAction } from '#platform/ui/desk/index.ts'
import type { Vetting } from '../../../stages/vet/shared/api.ts'
import * as vetApi from '../../../stages/vet/shared/api.ts'
import type { At } from './vetting-board.tsx'

type Values = { dueOn?: Dayjs; letterNo?: string }

/** Asks all departments at once; each finds every name in one list. */
export const AskDialog = ({ at, vetting, onClose }: { at: At; vetting: Vetting; onClose: () => void }) => {
  const [form] = Form.useForm<Values>()
  const ask = useAction(vetApi.askDepartments, { success: '已发出', onDone: onClose })
  const send = async () => {
    const { dueOn, letterNo } = await form.validateFields()
    await ask.run({
      ...at,
      body: { ...(dueOn && { dueOn: dueOn.format('YYYY-MM-DD') }), ...(letterNo?.trim() && { letterNo }) },
    })
  }
  const main = vetting.departments.filter(({ regulator }) => !regulator)
  return (
    <Modal open title="征求意见" okText="发出" confirmLoading={ask.running} onOk={send} onCancel={onClose}>
      <p className="num">
        就{vetting.names.length}个推荐对象征求{main.map(({ name }) => name).join('、')}的意见
        {vetting.departments.length > main.length && '；企业等对象另征求行政执法、行业监管部门意见'}。
      </p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          ...(vetting.dueOn && { dueOn: dayjs(vetting.dueOn) }),
          ...(vetting.letterNo && { letterNo: vetting.letterNo }),
        }}
      >
        <Form.Item name="dueOn" label="请于何日前回复">
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="letterNo" label="函号（可不填）">
          <Input maxLength={60} placeholder="如 组函〔2017〕9号" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
