import { Button, type ButtonProps, Input, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'

type ConfirmActionProps = {
  /** The words on the button, a verb: “退回修改”. */
  label: ReactNode
  /** The question in the dialog. */
  title: string
  /** What will happen, who will see it, whether it can be undone. */
  children?: ReactNode
  /** Ask for a reason: its label, whether it is needed, and a hint of what belongs there. */
  reason?: { label: string; required?: boolean; hint?: string; maxLength?: number }
  /** Resolves when done; the dialog closes unless it resolves with undefined or throws. */
  onConfirm: (reason: string) => Promise<unknown>
  confirmLabel?: string
  button?: ButtonProps
  danger?: boolean
}

/** A button that asks before it acts, and for the reason where one is kept on record. */
export const ConfirmAction = (props: ConfirmActionProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...props.button} danger={props.danger ?? false} onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      {open && <ConfirmDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const ConfirmDialog = ({ onClose, ...props }: ConfirmActionProps & { onClose: () => void }) => {
  const [text, setText] = useState('')
  const [running, setRunning] = useState(false)
  const missing = Boolean(props.reason?.required) && text.trim() === ''
  const confirm = async () => {
    setRunning(true)
    const answer = await props.onConfirm(text.trim()).catch(() => undefined)
    setRunning(false)
    if (answer !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={props.title}
      okText={props.confirmLabel ?? '确定'}
      okButtonProps={{ danger: props.danger ?? false, disabled: missing }}
      confirmLoading={running}
      onOk={confirm}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {props.children}
      {props.reason && <ReasonField {...props.reason} value={text} onChange={setText} />}
    </Modal>
  )
}

type ReasonFieldProps = NonNullable<ConfirmActionProps['reason']> & {
  value: string
  onChange: (value: string) => void
}

const ReasonField = ({ label, required, hint, maxLength = 500, value, onChange }: ReasonFieldProps) => {
  const id = useId()
  return (
    <div className="reason-field">
      <label htmlFor={id}>
        {label}
        {required && <span className="required">（必填）</span>}
      </label>
      <Input.TextArea
        id={id}
        value={value}
        autoFocus
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={maxLength}
        showCount
        onChange={event => onChange(event.target.value)}
      />
      {hint && <div className="reason-hint">{hint}</div>}
    </div>
  )
}
