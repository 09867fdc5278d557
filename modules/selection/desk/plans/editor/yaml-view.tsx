import { Select } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Loading } from '#platform/ui/desk/index.ts'
import { MAIN_FILE, type PlanFault, type PlanSources } from '../../../shared/index.ts'

const YamlEditor = lazy(() => import('./yaml-editor.tsx'))

type YamlViewProps = {
  sources: PlanSources
  faults: readonly PlanFault[]
  /** File and line to show; a new object for each jump. */
  place: { file: string; line: number } | undefined
  onChange: (sources: PlanSources) => void
}

/** The plan as text, a file at a time. */
export const YamlView = ({ sources, faults, place, onChange }: YamlViewProps) => {
  const [file, setFile] = useState(place?.file ?? MAIN_FILE)
  const [line, setLine] = useState<{ number: number }>()
  useEffect(() => {
    if (!place || !(place.file in sources)) return
    setFile(place.file)
    setLine({ number: place.line })
    // Only a jump moves the view
  }, [place])
  const shown = file in sources ? file : MAIN_FILE
  const own = faults.filter(fault => fault.file === shown)
  const names = Object.keys(sources).sort(
    (a, b) => Number(b === MAIN_FILE) - Number(a === MAIN_FILE) || (a < b ? -1 : 1),
  )
  const count = (name: string) => faults.filter(fault => fault.file === name).length
  const options = names.map(name => ({ value: name, label: count(name) ? `${name}（${count(name)}处问题）` : name }))
  const choose = (name: string) => {
    setLine(undefined)
    setFile(name)
  }
  return (
    <div className="yaml-view">
      {names.length > 1 && (
        <Select aria-label="文件" value={shown} options={options} onChange={choose} popupMatchSelectWidth={false} />
      )}
      <Suspense fallback={<Loading rows={12} />}>
        <YamlEditor
          name={shown}
          text={sources[shown] ?? ''}
          faults={own}
          line={line}
          onChange={text => onChange({ ...sources, [shown]: text })}
        />
      </Suspense>
    </div>
  )
}
