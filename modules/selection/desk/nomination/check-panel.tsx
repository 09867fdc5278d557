import { AutosaveStatus, FindingsPanel, type SaveState, Sheet } from '#platform/ui/desk/index.ts'
import type { WrittenReason } from '../../shared/index.ts'
import { ReasonBoxes } from '../reasons/reason-boxes.tsx'
import { once } from '../submission/findings.ts'
import type { Finding } from './editing.ts'

type Props = {
  /** Where the typed text stands; always in sight beside the checks. */
  state: SaveState
  findings: Finding[]
  reasons: WrittenReason[]
  onReasons: (reasons: WrittenReason[]) => void
  onJump: (path: string) => void
}

/** 检查结果 beside the form as it is typed; a reason that is asked for is written here. */
export const CheckPanel = ({ state, findings, reasons, onReasons, onJump }: Props) => (
  <aside className="check-panel" aria-label="检查结果">
    <Sheet title="检查结果" extra={<AutosaveStatus state={state} />}>
      <FindingsPanel
        findings={once(findings.filter(({ settled }) => !settled))}
        onJump={onJump}
        clear="已填内容没有发现问题。还没填的，上报前检查时会列出。"
      />
      <ReasonBoxes findings={findings} reasons={reasons} readOnly={false} onChange={onReasons} />
    </Sheet>
  </aside>
)
