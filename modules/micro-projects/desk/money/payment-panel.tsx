import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { Answered, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { moneyApi, yuan } from '../../shared/index.ts'
import { Refusal } from '../refusal.tsx'
import { AmountField } from './amount-field.tsx'
import './money.css'

type Money = moneyApi.ProjectMoney
type OfProject = { projectId: number; onDone?: () => void }

/** 拨付: what finance paid, or the form by which it is put on record. */
export const PaymentPanel = ({ projectId, onDone }: OfProject) => {
  const money = useEndpoint(moneyApi.getProjectMoney, { params: { id: projectId } })
  return (
    <Sheet title="拨付">
      <Answered of={money} rows={2}>
        {data => <Payment projectId={projectId} money={data} {...(onDone && { onDone })} />}
      </Answered>
    </Sheet>
  )
}

const Payment = ({ money, ...of }: OfProject & { money: Money }) => {
  if (money.payment) return <Paid payment={money.payment} />
  if (money.permissions.pay) return <PaymentForm money={money} {...of} />
  return <p>等待街道财政所拨付，最多{yuan(money.payableFen)}元。</p>
}

const Paid = ({ payment: { fen, voucher, payee, paidOn, reason, recordedBy } }: { payment: moneyApi.Payment }) => (
  <dl className="payment-record">
    <dt>金额</dt>
    <dd className="num">{yuan(fen)}元</dd>
    <dt>收款账户</dt>
    <dd>{payee}</dd>
    <dt>凭证号</dt>
    <dd>{voucher}</dd>
    <dt>拨付日期</dt>
    <dd className="num">{chineseDate(paidOn)}</dd>
    {reason && (
      <>
        <dt>先于标牌拨付的原因</dt>
        <dd>{reason}</dd>
      </>
    )}
    {recordedBy && (
      <>
        <dt>登记人</dt>
        <dd>{recordedBy}</dd>
      </>
    )}
  </dl>
)

const PaymentForm = ({ projectId, money, onDone }: OfProject & { money: Money }) => {
  const { today } = useSession()
  const [fen, setFen] = useState<number | undefined>(money.payableFen)
  const [payee, setPayee] = useState(money.payee)
  const [voucher, setVoucher] = useState('')
  const [paidOn, setDay] = useState(today)
  const pay = useAction(moneyApi.payProject, { success: '已登记拨付', quiet: true, ...(onDone && { onDone }) })
  const [reason, setReason] = useState('')
  const early = !money.plaqueOrdered
  const filled = [payee, voucher, ...(early ? [reason] : [])].every(words => words.trim() !== '')
  const ready = fen !== undefined && fen > 0 && filled
  const save = () => ready && pay.run({ params: { id: projectId }, body: { fen, payee, voucher, paidOn, reason } })
  return (
    <Form layout="vertical">
      <p>在财务系统拨付以后登记在这里；本平台只登记，不转账。每个项目只能拨付一次。</p>
      <AmountField
        id="payFen"
        label="拨付金额"
        fen={fen}
        onChange={setFen}
        extra={`核定${yuan(money.approvedFen ?? 0)}元，实际支出${yuan(money.spentFen)}元，最多拨付${yuan(money.payableFen)}元。`}
      />
      <Form.Item label="收款的村（社区）集体账户" htmlFor="payee">
        <Input id="payee" maxLength={100} value={payee} onChange={({ target }) => setPayee(target.value)} />
      </Form.Item>
      <Form.Item label="凭证号" htmlFor="voucher">
        <Input id="voucher" maxLength={60} value={voucher} onChange={({ target }) => setVoucher(target.value)} />
      </Form.Item>
      <Form.Item label="拨付日期" htmlFor="paidOn">
        <Input id="paidOn" type="date" max={today} value={paidOn} onChange={({ target }) => setDay(target.value)} />
      </Form.Item>
      {early && (
        <Form.Item
          label="先拨付的原因"
          htmlFor="payReason"
          extra="还没有安排制作标牌。规定的顺序是公示、填报验收表、挂牌、拨付；确需先拨付的，请写明原因。"
        >
          <Input id="payReason" maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
      )}
      <Refusal problem={pay.problem} />
      <Button size="large" type="primary" block disabled={!ready} loading={pay.running} onClick={save}>
        登记拨付
      </Button>
    </Form>
  )
}
