import { type NoticeContent, type NoticeRow, noticeContentSchema, picturesOf } from '#kernel/publicity/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { pictureFindings } from '../pictures/findings.ts'
import { picturesOf as rowsOf } from '../pictures/queries.ts'
import { noticePictures } from '../pictures/shown.ts'
import type { Project } from '../project/load.ts'
import { type ProblemFinding, pictureParts, publicTitle, tellingFindings, yuan } from '../shared/index.ts'

/**
 * 附件2's words and pictures; who supervises and where to call stand on every one (R004-15).
 * @throws Problem `micro.supervisor`
 */
export const noticeContent = async (db: Db, project: Project): Promise<NoticeContent> => {
  const { supervisor, supervisorPhone, title, fundingSource, documentNo } = project.programme
  if (!supervisorPhone) throw noSupervisor()
  const name = publicTitle(project)
  const item = {
    key: project.code,
    name,
    unit: project.villageName,
    unitId: project.villageId,
    note: `牵头人：${project.leadName}；实用总资金${yuan(project.spentFen)}元，资金来源：${fundingSource}`,
  }
  const pictures = await noticePictures(db, project.id)
  return noticeContentSchema.parse({
    intro: `${project.villageName}“${name}”已经完工，现将“${title}”活动项目完成情况予以公示，接受群众监督。`,
    sections: [{ heading: '项目完成情况', text: project.completion?.text, items: [item], pictures }],
    objection: { office: supervisor, phone: supervisorPhone },
    basis: documentNo,
    more: { label: '项目页面', href: `/micro/projects/${project.code}` },
  })
}

export const noSupervisor = () => refuse('micro.supervisor', '公示缺少监督单位或监督电话，请党建办在活动设置中补充。')

/** What keeps a completed project from being publicised: its pictures (R004-04), and words that must not be public. */
export const publicityFindings = async (db: Db, project: Project): Promise<ProblemFinding[]> => [
  ...(await pictureFindings(db, project)),
  ...(await unansweredPictures(db, project)),
  ...wordFindings(project),
]

const wordFindings = (project: Project): ProblemFinding[] => [
  ...tellingFindings('publicTitle', '项目名称', publicTitle(project), 'block'),
  ...tellingFindings('text', '完成情况', project.completion?.text ?? '', 'block'),
]

/** A picture about whose faces and numbers nobody answered is not public, and the notice needs one of each part. */
const unansweredPictures = async (db: Db, { id }: Project): Promise<ProblemFinding[]> => {
  const rows = await rowsOf(db, id)
  const parts = (['before', 'after'] as const).filter(part => {
    const own = rows.filter(row => row.part === part)
    return own.length > 0 && own.every(({ privacy }) => privacy === null)
  })
  return parts.map(part => ({
    path: `pictures.${part}`,
    severity: 'block',
    rule: 'R004-09',
    message: `公示要附“${pictureParts[part]}”照片，请先在照片下说明有没有人脸、门牌号，没有说明的照片不公开。`,
  }))
}

/** The same of a notice that was drawn up, with what has been changed since, or written at another desk. */
export const noticeFindings = async (db: Db, project: Project, notice: NoticeRow): Promise<ProblemFinding[]> => {
  const blocks = (await publicityFindings(db, project)).filter(({ severity }) => severity === 'block')
  if (blocks.length > 0) return blocks
  return [
    ...tellingFindings('content', '公示内容', wordsOf(notice), 'block'),
    ...(await changedPictures(db, project, notice)),
  ]
}

const wordsOf = ({ title, content: { intro, sections, basis } }: NoticeRow): string =>
  [
    ...[title, intro, basis],
    ...sections.flatMap(({ heading, text, items }) => [
      ...[heading, text],
      ...items.flatMap(({ name, unit, post, note }) => [name, unit, post, note]),
    ]),
  ]
    .filter(Boolean)
    .join('\n')

const changedPictures = async (db: Db, { id }: Project, { content }: NoticeRow): Promise<ProblemFinding[]> => {
  const frozen = picturesOf(content).map(({ hash }) => hash)
  const now = (await noticePictures(db, id)).map(({ hash }) => hash)
  if (frozen.join() === now.join()) return []
  const message = '公示所附的照片与项目现在的照片不一致，请退回修改，由村（社区）重新拟写公示。'
  return [{ path: 'pictures', severity: 'block', rule: 'R004-04', message }]
}
