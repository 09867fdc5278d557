import { Select } from 'antd'
import { useNarrow } from '#platform/ui/desk/index.ts'
import type { PlanFault } from '../../../shared/index.ts'
import { type Section, sectionOf, sections } from './sections.ts'

type OutlineProps = { faults: readonly PlanFault[]; current: Section; onChoose: (section: Section) => void }

/** The parts of a plan, each with the number of its faults. */
export const Outline = ({ faults, current, onChoose }: OutlineProps) => {
  const narrow = useNarrow()
  const count = ({ key }: Section) => faults.filter(({ path }) => path.length > 0 && sectionOf(path).key === key).length
  if (narrow)
    return (
      <Select
        aria-label="方案各部分"
        className="plan-outline-select"
        value={current.key}
        options={sections.map(section => ({ value: section.key, label: labelOf(section, count(section)) }))}
        onChange={key => onChoose(sections.find(section => section.key === key)!)}
      />
    )
  return (
    <nav className="plan-outline" aria-label="方案各部分">
      {sections.map(section => (
        <button
          key={section.key}
          type="button"
          aria-current={section.key === current.key ? 'true' : undefined}
          onClick={() => onChoose(section)}
        >
          {section.title}
          {count(section) > 0 && <span className="plan-badge num">{count(section)}</span>}
        </button>
      ))}
    </nav>
  )
}

const labelOf = ({ title }: Section, faults: number) => (faults ? `${title}（${faults}处问题）` : title)
