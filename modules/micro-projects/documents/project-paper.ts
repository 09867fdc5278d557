import { type Document, formDocument } from '#kernel/documents/index.ts'
import type { FormDefinition } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'
import { microPaperApi, plaqueFor, type State, signingStates, toldStates } from '../shared/index.ts'
import { asPrinted } from './as-printed.ts'
import { blankSheets, sheetCode } from './blank-sheets.ts'
import { completionNotice } from './completion-notice.ts'
import { withDemoBanner } from './demo-banner.ts'
import { acceptanceAnswers, applicationAnswers } from './fill.ts'
import { noticeOf } from './fill-notice.ts'
import { plaqueDocument } from './plaque.ts'
import { acceptanceForm, applicationForm, type PlaqueText, plaqueTexts } from './read.ts'
import type { Numbers } from './signed.ts'

type Paper = microPaperApi.Paper

/** The work is done, whether its notice is out or not. */
const isDone = (state: State): boolean => state === 'completed' || toldStates.includes(state)

/**
 * The application can always be printed, and more sheets for it while it is signed; the other annexes tell of work that
 * is done.
 */
export const papersNow = ({ state }: Pick<Project, 'state'>): Paper[] => {
  if (isSigned({ state })) return ['application', 'sheet']
  return isDone(state) ? ['application', 'notice', 'acceptance', 'plaque'] : ['application']
}

const isSigned = ({ state }: Pick<Project, 'state'>): boolean => signingStates.includes(state)

/** How many papers of this kind get a number of their own: those that households are going to sign. */
export const numberedCopies = (project: Project, paper: Paper, copies: number): number => {
  if (paper === 'sheet') return copies
  return paper === 'application' && isSigned(project) ? 1 : 0
}

/** A title of the annex under the name of the sub-district that runs the programme: what stands before its “…”. */
const titleHere = (title: readonly string[], districtName: string): string[] =>
  title.map(line => line.replace(/^[^“]+(?=“)/u, districtName))

const formHere = (form: FormDefinition, { districtName }: Project): FormDefinition => ({
  ...form,
  title: titleHere(form.title, districtName),
})

const NOTICE_TITLE = '项目完成情况公示'

/** `codes` are the numbers of the sheets that are printed to be signed. */
export type Print = { numbers: Numbers; codes: string[] }

const makers: Record<Paper, (db: Db, project: Project, print: Print) => Promise<Document>> = {
  application: async (db, project, { numbers, codes: [code] }) => {
    const answers = await applicationAnswers(db, project, numbers)
    return formDocument(formHere(applicationForm, project), answers, code ? { footCode: await sheetCode(code) } : {})
  },
  sheet: (_, project, { codes }) => blankSheets(project, form => formHere(form, project), codes),
  notice: async (db, project, { numbers }) => {
    const title = [titleHere([applicationForm.title[0]!], project.districtName)[0]!, NOTICE_TITLE]
    return completionNotice(await noticeOf(db, project, numbers, title))
  },
  acceptance: async (db, project, { numbers }) =>
    formDocument(formHere(acceptanceForm, project), await acceptanceAnswers(db, project, numbers)),
  plaque: async (db, project) => plaqueDocument(await plaqueTextOf(db, project)),
}

/** The words that were ordered, or those of the lead's own kind; the office is the one that runs the programme. */
const plaqueTextOf = async (db: Db, { id, leadId, districtName }: Project): Promise<PlaqueText> => {
  const { rows } = await sql<{ key: string | null; party: boolean }>`
    select q.text_key as key, m.party from micro.member m left join micro.plaque q on q.project_id = ${id}
    where m.id = ${leadId}`.execute(db)
  const { key, party } = rows[0]!
  const wanted = key ?? plaqueFor({ party })
  const text = plaqueTexts.find(each => each.key === wanted) ?? plaqueTexts[0]!
  return text.office.includes(districtName) ? text : { ...text, office: `${districtName}党工委` }
}

/** One of a project's annexes, filled in; a plaque is etched and bears no banner. @returns name without extension */
export const projectPaper = async (db: Db, project: Project, paper: Paper, print: Print) => {
  const made = await makers[paper](db, await asPrinted(db, project, paper), print)
  const document = paper === 'plaque' ? made : await withDemoBanner(db, made)
  return { document, name: `${microPaperApi.paperNames[paper]}-${project.villageName}-${project.title}` }
}
