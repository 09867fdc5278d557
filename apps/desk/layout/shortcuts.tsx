import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'

const keys: { keys: string; means: string }[] = [
  { keys: '/', means: '到搜索框' },
  { keys: 'g 然后 w', means: '回到我的待办' },
  { keys: '?', means: '看快捷键' },
  { keys: 'Esc', means: '关闭对话框' },
]

const SEQUENCE_MS = 1200

/** Keys that work wherever nothing is being typed. */
export const useShortcuts = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const leader = useRef(0)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      const followsG = Date.now() - leader.current < SEQUENCE_MS
      leader.current = event.key === 'g' ? Date.now() : 0
      if (event.key === '?') setOpen(true)
      else if (event.key === '/') focusSearch(event)
      else if (event.key === 'w' && followsG) navigate('/')
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [navigate])
  return { open, show: () => setOpen(true), close: () => setOpen(false) }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

const focusSearch = (event: KeyboardEvent) => {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  if (!field) return
  event.preventDefault()
  field.focus()
  field.select()
}

export const ShortcutHelp = ({ open, close }: { open: boolean; close: () => void }) => (
  <Modal open={open} onCancel={close} footer={null} title="快捷键" width={360}>
    <dl className="shortcuts">
      {keys.map(({ keys: key, means }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  </Modal>
)
