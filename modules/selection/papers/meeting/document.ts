import {
  A3_LANDSCAPE,
  type Block,
  type Document,
  type DocumentProfile,
  documentOf,
  officialDocument,
  PROFILES,
  paragraph,
  textArea,
} from '#kernel/documents/index.ts'
import type { papersOf } from '../../stages/decide/papers.ts'
import type { MeetingPaper } from '../shared/meeting-api.ts'
import { listBlocks, plainTable } from './list-tables.ts'

export type MeetingPapers = Awaited<ReturnType<typeof papersOf>>
type Printing = { today: string; banner: string | undefined }

const upright = PROFILES.gbt9704!

/** A3 across, type that is read from over a table. */
const large: DocumentProfile = {
  ...withoutGrid(upright),
  key: 'meeting-list',
  page: A3_LANDSCAPE,
  margins: { top: 20, bottom: 20, left: 20, right: 20 },
  lettering: { ...upright.lettering, body: { font: '仿宋_GB2312', size: 18 }, heading1: { font: '黑体', size: 22 } },
}

function withoutGrid({ grid: _, ...profile }: DocumentProfile): DocumentProfile {
  return profile
}

const occasionOf = ({ request }: MeetingPapers) => request.title.replace(/^关于审定/u, '').replace(/的请示$/u, '')
const title = (text: string): Block => paragraph(text, { style: 'title', align: 'center' })
const plain = (text: string): Block => paragraph(text, { indent: 2, align: 'justify' })
const rest = ({ banner }: Printing) => (banner ? { banner } : {})

const request = ({ request: letter }: MeetingPapers, { today, banner }: Printing): Document =>
  officialDocument({
    title: letter.title,
    addressee: letter.to,
    body: letter.paragraphs.map(text => ({ level: 0 as const, text })),
    signature: { offices: [letter.from], date: today, sealed: true },
    ...(banner && { banner }),
  })

const list = (papers: MeetingPapers, printing: Printing): Document =>
  documentOf(
    `${occasionOf(papers)}（审定稿）`,
    large,
    [
      title(`${occasionOf(papers)}（审定稿）`),
      paragraph(`${papers.orderWords}得分仅供参考；标“并列”的得分相同，由会议确定先后。`),
      ...papers.sections.flatMap(listBlocks(papers, textArea(large).width)),
    ],
    rest(printing),
  )

const deeds = (papers: MeetingPapers, printing: Printing): Document => {
  const pages = papers.sections.flatMap(section =>
    section.names.map(({ name, unit, post, recommender, brief }, n): Block[] => [
      paragraph(section.name, { style: 'mark', pageBreakBefore: n > 0 || section !== papers.sections[0] }),
      paragraph(''),
      title(name),
      paragraph(`${[unit, post].filter(Boolean).join(' ')}（${recommender}推荐）`, {
        style: 'subtitle',
        align: 'center',
      }),
      paragraph(''),
      ...(brief || '没有填写简要事迹。').split('\n').map(plain),
    ]),
  )
  return documentOf(`${occasionOf(papers)}事迹`, upright, pages.flat(), rest(printing))
}

const checks = (papers: MeetingPapers, printing: Printing): Document => {
  const heading = (text: string) => paragraph(text, { style: 'heading1', indent: 2 })
  const objected = papers.sections.flatMap(({ names }) => names.filter(({ objections }) => objections !== '无'))
  const vetted = papers.departments.map(({ name, asked, answered, objected: n }) => [name, asked, answered, n])
  const notices = papers.notices.map(({ title: name, days, status, objections, open }) => [
    name,
    days,
    status,
    objections,
    open,
  ])
  const tied = papers.ties.map(
    ({ categoryName, score, names }) => `${categoryName}：${names.join('、')}得分同为${score}，先后请会议确定。`,
  )
  return documentOf(
    '征求意见、公示和异议情况',
    withoutGrid({ ...upright, lettering: { ...upright.lettering, body: { font: '仿宋_GB2312', size: 14 } } }),
    [
      title('征求意见、公示和异议情况'),
      heading('一、征求意见'),
      vetted.length > 0
        ? plainTable([66, 30, 30, 30], ['部门', '征求人次', '已回复', '有异议'], vetted)
        : plain('本次推选没有征求意见的记录。'),
      heading('二、公示'),
      notices.length > 0
        ? plainTable([60, 42, 18, 18, 18], ['公示', '公示期', '状态', '异议', '未办结'], notices)
        : plain('主办单位没有公示的记录；推荐单位的公示见各单位报送材料。'),
      heading('三、有异议的对象'),
      objected.length > 0
        ? plainTable(
            [78, 78],
            ['姓名或名称', '异议'],
            objected.map(({ name, objections }) => [name, objections]),
          )
        : plain('名单中的对象没有收到异议。'),
      ...(papers.warnings.length + tied.length > 0 ? [heading('四、需要说明的情况')] : []),
      ...[...papers.warnings, ...tied].map(plain),
    ],
    rest(printing),
  )
}

const makers: Record<Exclude<MeetingPaper, 'minutes'>, (papers: MeetingPapers, printing: Printing) => Document> = {
  request,
  list,
  deeds,
  checks,
}

/** One of the meeting's papers as a file to be printed, sent or changed in Word. */
export const meetingDocument = (
  papers: MeetingPapers,
  paper: Exclude<MeetingPaper, 'minutes'>,
  printing: Printing,
): Document => makers[paper](papers, printing)
