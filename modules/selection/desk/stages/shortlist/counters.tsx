import { chosenCount, levelAt, type Row, type Share, shareState, type Target, unitsShort } from './count.ts'

type Props = { targets: Target[]; rows: Row[]; structure: Share[]; open: boolean }

/** Live: how many are chosen of how many, the shares that the plan asks for, and ties at the line while one still chooses. */
export const Counters = ({ targets, rows, structure, open }: Props) => (
  <div className="choice-counters" aria-live="polite">
    {targets.map(target => (
      <TargetLine key={target.category} target={target} rows={rows} open={open} />
    ))}
    {structure.map(share => (
      <ShareLine key={share.key} share={share} rows={rows} />
    ))}
  </div>
)

const TargetLine = ({ target, rows, open }: { target: Target; rows: Row[]; open: boolean }) => {
  const chosen = chosenCount(target.category, rows)
  const tie = open ? levelAt(target, rows) : undefined
  return (
    <div className="choice-target">
      <div className="choice-line">
        <span>{target.name}</span>
        <span className={target.count !== null && chosen > target.count ? 'num over' : 'num'}>
          已选 {chosen}
          {target.count !== null && ` / ${target.count}`}
        </span>
      </div>
      {target.count !== null && <Bar part={chosen} whole={target.count} over={chosen > target.count} />}
      {tie && (
        <p className="choice-tie">
          分数线上有{tie.level.length}个同分，只剩{tie.left}个名额：{tie.level.map(({ name }) => name).join('、')}
          。请集体研究后选定。
        </p>
      )}
    </div>
  )
}

const Bar = ({ part, whole, over, mark }: { part: number; whole: number; over?: boolean; mark?: number }) => (
  <div className={over ? 'choice-bar over' : 'choice-bar'} aria-hidden="true">
    <span style={{ width: `${whole === 0 ? 0 : Math.min(100, (part * 100) / whole)}%` }} />
    {mark !== undefined && <i style={{ left: `${Math.min(100, mark)}%` }} />}
  </div>
)

const ShareLine = ({ share, rows }: { share: Share; rows: Row[] }) => {
  const { n, k, need, atMost, met } = shareState(share, rows)
  const short = unitsShort(share, rows)
  const wanted = need !== null ? `应不少于${share.atLeast}%（${need}名）` : `应不超过${share.atMost}%（${atMost}名）`
  return (
    <div className="choice-target">
      <div className="choice-line">
        <span title={share.name}>{share.name.split('（')[0]}</span>
        <span className={met ? 'num' : 'num over'}>
          {n}名中{k}名，{wanted}
        </span>
      </div>
      <Bar part={k} whole={n} over={!met} {...(share.atLeast !== null && { mark: share.atLeast })} />
      {short.length > 0 && <p className="choice-tie">按单位看未达到：{short.join('、')}</p>}
    </div>
  )
}
