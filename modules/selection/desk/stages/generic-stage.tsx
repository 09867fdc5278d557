import { Sheet, Sheets } from '#platform/ui/desk/index.ts'
import { CloseStage } from './close-stage.tsx'
import { Obstacles } from './obstacles.tsx'
import { PoolTable } from './pool-table.tsx'
import type { StageProps } from './stage-props.ts'

/** Any stage: its list with outcomes and reasons, what stands in the way, and the way to close it. */
const GenericStage = ({ campaignId, stage }: StageProps) => (
  <>
    {stage.state === 'open' && (
      <Sheets ratio="1.55fr 1fr">
        <Sheet title="结束前还要办的事">
          <Obstacles obstacles={stage.obstacles} />
        </Sheet>
        <Sheet title="本环节进展">
          <Summary pool={stage.pool} targets={stage.targets} />
          {stage.permissions.run && <CloseStage campaignId={campaignId} stage={stage} />}
        </Sheet>
      </Sheets>
    )}
    <Sheet title="名单">
      <PoolTable campaignId={campaignId} stage={stage} />
    </Sheet>
  </>
)

const Summary = ({ pool, targets }: Pick<StageProps['stage'], 'pool' | 'targets'>) => {
  const count = (outcome: string) => pool.filter(entry => entry.outcome === outcome).length
  return (
    <p className="num">
      共{pool.length}个：通过{count('pass')}，待定{count('pending')}，未通过{count('out')}，暂缓{count('suspended')}
      {targets.map(
        ({ category, name, count: wanted }) =>
          wanted !== null && (
            <span key={category}>
              ；{name}应为{wanted}个
            </span>
          ),
      )}
    </p>
  )
}

export default GenericStage
