import { Button, Drawer, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useEndpoint } from '#platform/ui/desk/index.ts'
import { type ActKind, actKinds, actsApi } from '../../../shared/index.ts'
import type { StageProps } from '../stage-props.ts'
import { ActDialog } from './act-dialog.tsx'
import { ActRecord } from './act-record.tsx'

const NEWCOMER = 'newcomer'

/** 增补 is of somebody who stands in the campaign, or of somebody whom no unit has put up. */
const itemsOf = (kind: ActKind) => [
  { key: kind, label: actKinds[kind] },
  ...(kind === 'add' ? [{ key: NEWCOMER, label: '增补新的推荐对象' }] : []),
]

/** Named acts of a stage that the plan allows: 递补, 增补, 调整类别, 撤下; and their record. */
export const ActsBar = ({ campaignId, stage }: StageProps) => {
  const [kind, setKind] = useState<ActKind>()
  const [shown, setShown] = useState(false)
  const navigate = useNavigate()
  const params = { id: campaignId, stage: stage.key }
  const acts = useEndpoint(actsApi.listActs, { params }).data
  if (!acts || (acts.allowed.length === 0 && acts.acts.length === 0)) return null
  const editable = stage.permissions.run && stage.state === 'open'
  return (
    <div className="acts-bar">
      {editable && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: acts.allowed.flatMap(itemsOf),
            onClick: ({ key }) =>
              key === NEWCOMER
                ? navigate(`/selection/campaigns/${campaignId}/stages/${stage.key}/newcomer`)
                : setKind(key as ActKind),
          }}
        >
          <Button>调整名单</Button>
        </Dropdown>
      )}
      <Button type="text" onClick={() => setShown(true)}>
        调整记录 {acts.acts.length}
        {acts.owed.length > 0 && `，待补办${acts.owed.length}项`}
      </Button>
      {kind && (
        <ActDialog
          kind={kind}
          params={params}
          stage={stage}
          reserves={acts.reserves}
          categories={acts.categories}
          onClose={() => setKind(undefined)}
        />
      )}
      <Drawer title="名单调整记录" open={shown} size="large" onClose={() => setShown(false)}>
        <ActRecord params={params} record={acts} editable={editable} />
      </Drawer>
    </div>
  )
}
