import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { noticeStates } from '#kernel/publicity/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { ConfirmAction, type DataColumn, DataTable, Sheet, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { commendApi, honourStates, papersApi } from '../../../shared/index.ts'
import type { HonourView } from '../../../stages/commend/shared/api.ts'
import type { StageProps } from '../stage-props.ts'
import type { Commendation } from './index.tsx'
import { StoryEditor } from './story-editor.tsx'

/** The register's entries in official order: number, story, and the way to take one back. */
export const Honours = ({ campaignId, stage, commendation }: StageProps & { commendation: Commendation }) => {
  const [editing, setEditing] = useState<HonourView>()
  const { run, revoke } = commendation.permissions
  return (
    <Sheet title="表彰对象">
      <DataTable
        name="selection.honours"
        rows={commendation.honours}
        rowKey={honour => String(honour.id)}
        columns={[...columns, actions(run, revoke, setEditing)]}
        tools={
          commendation.honours.length > 0 && (
            <Button
              icon={<DownloadOutlined />}
              href={addressOf(commendApi.exportHonours.path, { id: campaignId, stage: stage.key })}
            >
              导出Excel
            </Button>
          )
        }
        empty={{ title: '还没有登入名册', hint: '编号以后，在这里写颁奖词和事迹。' }}
      />
      {editing && <StoryEditor key={editing.id} honour={editing} onClose={() => setEditing(undefined)} />}
    </Sheet>
  )
}

const columns: DataColumn<HonourView>[] = [
  { key: 'number', title: '编号', render: honour => <span className="num">{honour.number}</span> },
  { key: 'name', title: '姓名或名称', always: true, render: honour => <b>{honour.name}</b> },
  { key: 'unit', title: '单位', render: honour => honour.unitName },
  { key: 'category', title: '类别', optional: true, render: honour => honour.categoryName },
  {
    key: 'state',
    title: '状态',
    render: honour => (
      <StateTag tone={honour.state === 'valid' ? 'gold' : 'bad'}>{honourStates[honour.state]}</StateTag>
    ),
  },
  { key: 'public', title: '名单', render: honour => (honour.public ? '已公布' : '未公布') },
  { key: 'consent', title: '本人同意', render: honour => (honour.story.consent?.given ? '同意公开' : '—') },
  {
    key: 'story',
    title: '事迹页',
    render: ({ storyNotice }) =>
      storyNotice ? (
        <Link to={`/notices/${storyNotice.id}`}>{noticeStates[storyNotice.state as keyof typeof noticeStates]}</Link>
      ) : (
        '—'
      ),
  },
]

const actions = (run: boolean, revoke: boolean, edit: (honour: HonourView) => void): DataColumn<HonourView> => ({
  key: 'actions',
  title: '操作',
  always: true,
  render: honour => (
    <>
      {run && (
        <Button size="small" onClick={() => edit(honour)}>
          编辑事迹
        </Button>
      )}
      {honour.state === 'valid' && (
        <Button size="small" href={addressOf(papersApi.downloadCertificate.path, { id: honour.id, format: 'pdf' })}>
          证书
        </Button>
      )}
      {revoke && <StateAction honour={honour} />}
    </>
  ),
})

const StateAction = ({ honour }: { honour: HonourView }) => {
  const set = useAction(commendApi.setHonourState, { success: '已记录' })
  const state = honour.state === 'valid' ? 'revoked' : 'valid'
  return (
    <ConfirmAction
      label={state === 'revoked' ? '撤销' : '恢复'}
      title={state === 'revoked' ? `撤销“${honour.name}”的荣誉` : `恢复“${honour.name}”的荣誉`}
      danger={state === 'revoked'}
      reason={{ label: '依据和理由', required: true }}
      button={{ size: 'small' }}
      onConfirm={reason => set.run({ params: { id: honour.id }, body: { state, reason } })}
    >
      <p>编号核对页面立即显示新的状态；公开的名单里不再列出已撤销的。</p>
    </ConfirmAction>
  )
}
