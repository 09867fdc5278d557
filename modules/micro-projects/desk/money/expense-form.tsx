import { Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { type StoredFile, uploadFile } from '#kernel/files/shared/index.ts'
import { Uploader, useAction } from '#platform/ui/desk/index.ts'
import { moneyApi } from '../../shared/index.ts'
import { Refusal } from '../refusal.tsx'
import { AmountField } from './amount-field.tsx'

type Props = { projectId: number; money: moneyApi.ProjectMoney; onClose: () => void }

/** One thing bought: what, for how much, when, and its receipt from the camera. */
export const ExpenseForm = ({ projectId, money, onClose }: Props) => {
  const { today } = useSession()
  const [kind, setKind] = useState(money.kinds[0]?.key ?? '')
  const [item, setItem] = useState('')
  const [fen, setFen] = useState<number>()
  const [boughtOn, setDay] = useState(today)
  const [receipt, setReceipt] = useState<StoredFile>()
  const add = useAction(moneyApi.addExpense, { success: '已登记', quiet: true, onDone: onClose })
  const ready = item.trim() !== '' && fen !== undefined && fen > 0 && receipt !== undefined
  const save = () =>
    ready && add.run({ params: { id: projectId }, body: { kind, item, fen, boughtOn, receiptKey: receipt.key } })
  return (
    <Form layout="vertical" className="expense-form">
      <Form.Item label="类别">
        <Segmented
          value={kind}
          options={money.kinds.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={setKind}
        />
      </Form.Item>
      <Form.Item label="买了什么" htmlFor="item">
        <Input
          id="item"
          placeholder="例如水泥10包"
          maxLength={60}
          value={item}
          onChange={({ target }) => setItem(target.value)}
        />
      </Form.Item>
      <AmountField id="fen" label="金额" fen={fen} onChange={setFen} />
      <Form.Item label="购买日期" htmlFor="boughtOn">
        <Input id="boughtOn" type="date" max={today} value={boughtOn} onChange={({ target }) => setDay(target.value)} />
      </Form.Item>
      <Form.Item label="票据照片（必传）" data-path="receiptKey">
        {receipt && <p>已上传：{receipt.name}</p>}
        <Uploader
          endpoint={uploadFile}
          accept="image/*,application/pdf"
          label={receipt ? '换一张' : '拍票据'}
          hint="发票或者收据，一张票据登记一笔。"
          onUploaded={setReceipt}
        />
      </Form.Item>
      <Refusal problem={add.problem} />
      <div className="micro-walk">
        <Button size="large" type="primary" disabled={!ready} loading={add.running} onClick={save}>
          登记
        </Button>
        <Button size="large" onClick={onClose}>
          取消
        </Button>
      </div>
    </Form>
  )
}
