import { EMPTY_OPINION, type OpinionAnswer } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'
import { briefParagraph, briefSchema, elementNames, type Step, yuan } from '../shared/index.ts'
import { type Numbers, numberFor, signatureSheet } from './signed.ts'

type Signed = {
  step: Step
  name: string
  post: string
  comment: string
  on: string
  instead: 'leads' | 'vacant' | null
}

/** Who has signed which step of the chain; what was sent back to be changed is not signed any more. */
const signedSteps = async (db: Db, projectId: number): Promise<Map<Step, Signed>> => {
  const { rows } = await sql<Signed>`
    select distinct on (step) step, actor_name as name, post_title as post, comment, instead,
      (at at time zone 'Asia/Shanghai')::date as on
    from micro.step s where project_id = ${projectId} and outcome = 'pass' and not exists (
      select from micro.step r where r.project_id = s.project_id and r.outcome = 'return' and r.id > s.id
      and (r.step = 'committee') = (s.step in ('acceptance', 'committee'))) order by step, id desc`.execute(db)
  return new Map(rows.map(row => [row.step, row]))
}

/** Said where not the secretary signs: he leads the work himself, or the post is vacant. */
const insteadWords = ({ instead, post }: Signed): string => {
  if (instead === null) return ''
  return `（${instead === 'leads' ? '书记牵头' : '书记空缺'}，由${post}签）`
}

/** Whoever lets a project pass agrees, whatever else was written. */
const agreed = (comment: string): string => (comment.includes('同意') ? comment : `同意。${comment}`)

/** The cell of an opinion: empty for the pen until the step was taken. */
const opinionOf = (signed: Signed | undefined): OpinionAnswer =>
  signed
    ? {
        ...EMPTY_OPINION,
        opinion: agreed(signed.comment) + insteadWords(signed),
        signer: signed.name,
        date: signed.on,
      }
    : EMPTY_OPINION

const common = ({ villageName, title, leadName, leadPhone }: Project, numbers: Numbers) => ({
  village: villageName,
  project: title,
  lead: leadName,
  phone: numberFor(numbers, leadPhone),
})

/** 项目简介 as one paragraph; while an element is missing, those that are there. */
const summaryOf = ({ brief, askedFen }: Project): string => {
  const full = briefSchema.safeParse(brief)
  if (full.success) return briefParagraph(full.data, askedFen)
  const parts = (Object.keys(elementNames) as (keyof typeof elementNames)[]).map(key => [elementNames[key], brief[key]])
  const said = parts.flatMap(([name, words]) => (words ? [`${name}：${words}`] : []))
  return [...said, ...(askedFen > 0 ? [`经费预算：${yuan(askedFen)}元`] : [])].join('；')
}

/** 附件1 from the project's rows, its signature sheet and the totals that are never typed (R004-13). */
export const applicationAnswers = async (db: Db, project: Project, numbers: Numbers) => {
  const steps = await signedSteps(db, project.id)
  return {
    ...common(project, numbers),
    ...{ summary: summaryOf(project), leadSignature: EMPTY_OPINION },
    villageOpinion: opinionOf(steps.get('secretary')),
    streetOpinion: opinionOf(steps.get('meeting')),
    ...totalsWhenSigned(project, await signatureSheet(db, project.id, numbers)),
  }
}

type Sheet = Awaited<ReturnType<typeof signatureSheet>>

/** While signatures are still wanting, the sheet goes from door to door: its totals are left to the pen. */
const totalsWhenSigned = ({ state, programme }: Project, { signatures, ...totals }: Sheet) => {
  const { partyMembers, representatives, households } = totals
  const wanting = households < programme.minHouseholds || partyMembers + representatives === 0
  return state === 'draft' && wanting ? { signatures } : { signatures, ...totals }
}

/** 附件3 from the project's rows. */
export const acceptanceAnswers = async (db: Db, project: Project, numbers: Numbers) => {
  const { completion, acceptance, spentFen } = project
  const steps = await signedSteps(db, project.id)
  return {
    ...common(project, numbers),
    people: completion ? `${completion.participants}人` : '',
    spent: `${yuan(spentFen)}元`,
    completion: acceptance?.text ?? completion?.text ?? '',
    villageOpinion: opinionOf(steps.get('acceptance')),
    streetOpinion: opinionOf(steps.get('committee')),
  }
}
