import type { ReactNode } from 'react'
import { Sheet, Sheets } from '#platform/ui/desk/index.ts'
import { CloseStage } from './close-stage.tsx'
import { Obstacles } from './obstacles.tsx'
import type { StageProps } from './stage-props.ts'

/** What is still to be done before a stage closes, beside whatever the kind shows of its progress, and the way to close it. */
export const ClosingSheets = ({
  campaignId,
  stage,
  title,
  children,
}: StageProps & { title: string; children: ReactNode }) => {
  if (stage.state !== 'open') return <Sheet title={title}>{children}</Sheet>
  return (
    <Sheets ratio="1fr 1fr">
      <Sheet title={title}>{children}</Sheet>
      <Sheet
        title="结束前还要办的事"
        extra={stage.permissions.run && <CloseStage campaignId={campaignId} stage={stage} />}
      >
        <Obstacles obstacles={stage.obstacles} />
      </Sheet>
    </Sheets>
  )
}
