import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ArticleEditor } from '#kernel/forms/desk/index.tsx'
import { EMPTY_ARTICLE } from '#kernel/forms/shared/index.ts'
import { ConfirmAction, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { inspectApi } from '../../../shared/index.ts'
import { Labelled } from '../../labelled.tsx'
import { useKept } from '../use-kept.ts'
import type { Candidate, Inspections, Params, Shown } from './inspect-types.ts'
import { Papers } from './papers.tsx'
import { TeamEditor } from './team-editor.tsx'

type Props = { list: Inspections; candidate: Candidate; params: Params; editable: boolean }

/** One candidate: who inspected and when, photos from the place, the material. Saved as it is typed. */
export const CandidateSheet = ({ list, candidate, params, editable }: Props) => {
  const at = { ...params, nominationId: candidate.nominationId }
  const [draft, setDraft] = useState({
    team: candidate.team,
    branch: candidate.branch ?? '',
    visitedOn: candidate.visitedOn,
    articles: candidate.articles,
    files: candidate.files as Shown[],
  })
  const set = (change: Partial<typeof draft>) => setDraft(before => ({ ...before, ...change }))
  const save = useAction(inspectApi.saveInspection, { changes: [inspectApi.listInspections] })
  useKept(draft, editable, ({ files, team, ...rest }) =>
    save.run({
      params: at,
      body: { ...rest, team: team.filter(({ name }) => name.trim() !== ''), fileKeys: files.map(({ key }) => key) },
    }),
  )
  return (
    <Sheet
      title={candidate.name}
      extra={
        <span role="status">
          {editable && (save.problem ? '没有保存成功' : save.running ? '正在保存' : '随填随存')}
        </span>
      }
    >
      <p>{candidate.categoryName}</p>
      <TeamEditor
        team={draft.team}
        least={list.teamMin}
        withBranch={list.recuse === 'sameBranch'}
        editable={editable}
        onChange={team => set({ team })}
      />
      <div className="inspect-row">
        {list.recuse === 'sameBranch' && (
          <Labelled label="考察对象所在党支部（用于判断回避）">
            <Input
              value={draft.branch}
              disabled={!editable}
              maxLength={120}
              onChange={({ target }) => set({ branch: target.value })}
            />
          </Labelled>
        )}
        <Labelled label={list.onSite ? '实地考察日期' : '考察日期'} path="inspection.visitedOn">
          <DatePicker
            value={draft.visitedOn ? dayjs(draft.visitedOn) : null}
            disabled={!editable}
            onChange={day => set({ visitedOn: day?.format('YYYY-MM-DD') ?? null })}
          />
        </Labelled>
      </div>
      <Papers label="现场照片" files={draft.files} editable={editable} onChange={files => set({ files })} />
      {list.materials.map(({ key, name, about }) => (
        <section key={key}>
          <h3>
            {name}
            {about !== null && `（${about}字左右）`}
          </h3>
          <ArticleEditor
            article={draft.articles[key] ?? EMPTY_ARTICLE}
            findings={[]}
            limit={about === null ? {} : { about }}
            readOnly={!editable}
            path={`${candidate.nominationId}.${key}`}
            onChange={article => set({ articles: { ...draft.articles, [key]: article } })}
          />
        </section>
      ))}
      <Reasons candidate={candidate} params={at} editable={editable} />
    </Sheet>
  )
}

type ReasonsProps = { candidate: Candidate; params: Params & { nominationId: number }; editable: boolean }

/** Rules that may be departed from with a written reason. */
const Reasons = ({ candidate, params, editable }: ReasonsProps) => {
  const give = useAction(inspectApi.giveReason, { success: '已记录' })
  const asked = candidate.findings.filter(({ severity }) => severity === 'reason')
  return asked.map(({ rule, message, reasonGiven, settled }) => (
    <p key={rule} className={settled ? '' : 'inspect-asked'}>
      {message}
      {reasonGiven && `情况说明：${reasonGiven}`}
      {editable && (
        <ConfirmAction
          label={reasonGiven ? '改写说明' : '写情况说明'}
          title="情况说明"
          button={{ size: 'small' }}
          reason={{ label: message, required: true }}
          onConfirm={text => give.run({ params, body: { rule, text } })}
        />
      )}
    </p>
  ))
}
