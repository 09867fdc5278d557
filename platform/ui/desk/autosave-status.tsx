export type SaveState =
  | { kind: 'saved'; at?: string }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'offline' }
  | { kind: 'conflict' }
  | { kind: 'refused'; reason: string }

/** Where the typed text stands, in words that can be relied on. */
export const AutosaveStatus = ({ state }: { state: SaveState }) => (
  <span className={`autosave autosave-${state.kind} num`} role="status" aria-live="polite">
    {words(state)}
  </span>
)

const words = (state: SaveState) => {
  switch (state.kind) {
    case 'saved':
      return state.at ? `已保存 ${state.at}` : '已保存'
    case 'saving':
      return '正在保存…'
    case 'unsaved':
      return '有改动，稍后自动保存'
    case 'offline':
      return '连不上服务器，内容留在本页，恢复后自动保存'
    case 'conflict':
      return '别人也改了这一份，请选择保留哪些'
    case 'refused':
      return `没有保存：${state.reason}`
  }
}
