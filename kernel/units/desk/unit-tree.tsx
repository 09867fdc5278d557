import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { Answered, EmptyState, useEndpoint } from '#platform/ui/desk/index.ts'
import { listUnits, searchUnits, type UnitNode } from '../shared/api.ts'
import { unitKinds } from '../shared/kinds.ts'
import './units.css'

type UnitTreeProps = {
  /** The unit that is shown beside, if any; the way to it stands open. */
  current: number | undefined
  above: readonly number[]
  /** Address of a unit's page. */
  linkTo: (id: number) => string
}

/** The units within reach: one level is read when it is opened; a word finds a unit wherever it stands. */
export const UnitTree = (props: UnitTreeProps) => {
  const [words, setWords] = useState('')
  return (
    <nav aria-label="单位">
      <Input.Search
        className="unit-search"
        allowClear
        placeholder="查找单位"
        aria-label="按名称查找单位"
        onSearch={text => setWords(text.trim())}
      />
      {words ? <Hits words={words} linkTo={props.linkTo} /> : <Branches {...props} />}
    </nav>
  )
}

const Branches = ({ current, above, linkTo }: UnitTreeProps) => {
  const [opened, setOpened] = useState<ReadonlyMap<number, boolean>>(new Map())
  const top = useEndpoint(listUnits, { query: {} })
  const isOpen = (id: number) => opened.get(id) ?? (above.includes(id) || top.data?.units[0]?.id === id)
  const toggle = (id: number) => setOpened(before => new Map(before).set(id, !isOpen(id)))
  const branch = (unit: UnitNode): ReactNode => (
    <Branch key={unit.id} unit={unit} open={isOpen(unit.id)} onToggle={toggle} current={current} linkTo={linkTo}>
      {branch}
    </Branch>
  )
  return (
    <Answered of={top} rows={6}>
      {({ units }) => <ul className="unit-tree">{units.map(branch)}</ul>}
    </Answered>
  )
}

type BranchProps = {
  unit: UnitNode
  open: boolean
  onToggle: (id: number) => void
  current: number | undefined
  linkTo: UnitTreeProps['linkTo']
  children: (unit: UnitNode) => ReactNode
}

const Branch = ({ unit, open, onToggle, current, linkTo, children }: BranchProps) => (
  <li>
    <div className="unit-line">
      {unit.children > 0 ? (
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${open ? '收起' : '展开'}${unit.name}`}
          onClick={() => onToggle(unit.id)}
        />
      ) : (
        <i aria-hidden="true" />
      )}
      <Link to={linkTo(unit.id)} {...(unit.id === current && { 'aria-current': 'page' as const })}>
        <span className={unit.active ? '' : 'unit-closed'}>{unit.name}</span>
        {unit.children > 0 && <small className="num">{unit.children}</small>}
        {!unit.active && <small>已停用</small>}
      </Link>
    </div>
    {open && unit.children > 0 && <Level parentId={unit.id}>{children}</Level>}
  </li>
)

const Level = ({ parentId, children }: { parentId: number; children: BranchProps['children'] }) => {
  const level = useEndpoint(listUnits, { query: { parentId } })
  return (
    <Answered of={level} rows={2}>
      {({ units }) => <ul>{units.map(children)}</ul>}
    </Answered>
  )
}

const Hits = ({ words, linkTo }: { words: string; linkTo: UnitTreeProps['linkTo'] }) => {
  const hits = useEndpoint(searchUnits, { query: { q: words } }, { keepPrevious: true })
  return (
    <Answered of={hits}>
      {({ units, more }) => (
        <>
          {units.length === 0 && <EmptyState title={`没有名称含“${words}”的单位`} hint="只查找本单位和下级单位。" />}
          <ul className="unit-hits">
            {units.map(unit => (
              <li key={unit.id}>
                <Link className="unit-hit" to={linkTo(unit.id)}>
                  <span className={unit.active ? '' : 'unit-closed'}>{unit.name}</span>
                  <small>{[...unit.above, unitKinds[unit.kind].label].join(' › ')}</small>
                </Link>
              </li>
            ))}
          </ul>
          {more && <p>只显示前50个，请再多输几个字。</p>}
        </>
      )}
    </Answered>
  )
}
