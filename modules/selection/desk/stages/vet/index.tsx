import { Sheet, Sheets } from '#platform/ui/desk/index.ts'
import { CloseStage } from '../close-stage.tsx'
import { Obstacles } from '../obstacles.tsx'
import type { StageProps } from '../stage-props.ts'
import { VettingBoard } from './vetting-board.tsx'

/** The organiser's own vetting: departments, opinions, and the way on once everything is concluded. */
const VetStage = ({ campaignId, stage }: StageProps) => (
  <>
    <VettingBoard at={{ params: { id: campaignId, stage: stage.key }, query: {} }} />
    {stage.state === 'open' && (
      <Sheets ratio="1.55fr 1fr">
        <Sheet title="结束前还要办的事">
          <Obstacles obstacles={stage.obstacles} />
        </Sheet>
        {stage.permissions.run && (
          <Sheet title="结束征求意见">
            <p>没有异议的和结论为继续推荐的进入下一环节。</p>
            <CloseStage campaignId={campaignId} stage={stage} />
          </Sheet>
        )}
      </Sheets>
    )}
  </>
)

export default VetStage
