import type { Actor, Api } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { documentFile, formatsHere } from '#kernel/documents/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { attachment, refuse } from '#platform/http/index.ts'
import { checksSignatures, followsProject, isStaffOf } from '../permissions.ts'
import { findProject, type Project } from '../project/load.ts'
import { microPaperApi } from '../shared/index.ts'
import { numberSheets } from '../signatures/sheet-number.ts'
import { numberedCopies, papersNow, projectPaper } from './project-paper.ts'
import type { Numbers } from './signed.ts'

const load = ({ db, params }: { db: Db; params: { id: number } }) => findProject(db, params.id)

/** Sheets that go from door to door need the numbers; who only follows the work does not. */
const numbersFor = (actor: Actor, project: Project): Numbers =>
  isStaffOf(actor, project) || checksSignatures(actor, project) ? 'full' : 'masked'

const untimely = {
  sheet: '签名已截止，不再打印签名表；退回修改后才能补签。',
  other: '项目完工以后才能打印这张表。',
}

/** A project's annexes as files; that one was taken out stands on record. */
export const paperRoutes = (api: Api): void => {
  api.handle(microPaperApi.listPapers, {
    load,
    allow: followsProject,
    act: async ({ loaded }) => ({
      papers: papersNow(loaded).map(key => ({ key, name: microPaperApi.paperNames[key] })),
      ...(await formatsHere()),
    }),
  })
  api.handle(microPaperApi.downloadPaper, {
    load,
    allow: followsProject,
    act: async ({ actor, db, loaded, params: { paper, format }, query: { copies } }) => {
      if (!papersNow(loaded).includes(paper))
        throw refuse('paper.untimely', untimely[paper === 'sheet' ? 'sheet' : 'other'], { status: 409 })
      const numbers = numbersFor(actor, loaded)
      const codes = await numberSheets(db, actor, loaded, numberedCopies(loaded, paper, copies))
      const { document, name } = await projectPaper(db, loaded, paper, { numbers, codes })
      const response = attachment({ ...(await documentFile(document, format)), name: safeName(name, format) })
      await recordTaking(db, actor, {
        action: 'micro.project.paper',
        subjectKind: 'micro.project',
        subjectId: loaded.id,
        detail: { paper, format, numbers, ...(codes.length > 0 && { codes }) },
      })
      return response
    },
  })
}
