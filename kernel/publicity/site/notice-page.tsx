import type { PropsWithChildren } from 'hono/jsx'
import { chineseDate, describePeriod } from '#kernel/calendar/shared/index.ts'
import { PeriodStrip } from '#kernel/calendar/site/index.tsx'
import { BoxedAction, Facts, LinkButton, NameList, Paper } from '#platform/ui/site/index.ts'
import type { NoticeRow } from '../notice-row.ts'
import type { NoticeContent } from '../shared/content.ts'
import { noticeKinds } from '../shared/states.ts'
import type { NoticeStatus } from '../shared/status.ts'
import { NoticePictures } from './pictures.tsx'

type NoticeArticleProps = {
  notice: NoticeRow
  status: NoticeStatus
  today: string
  statement?: string
  /** Hashes of the pictures that may be shown. */
  shown?: string[]
}

/** An issued notice as it would be posted on a board: text, days, names, how to object, proof. */
export const NoticeArticle = ({ notice, status, today, statement, shown = [] }: NoticeArticleProps) => (
  <Paper title={notice.title}>
    <Opening notice={notice} />
    {notice.period && <PeriodStrip period={notice.period} today={today} />}
    {notice.content.sections.map(section => (
      <NoticeSection section={section} counted={notice.kind !== 'story'}>
        <NoticePictures code={notice.code} pictures={section.pictures ?? []} shown={shown} />
      </NoticeSection>
    ))}
    {status.phase === 'running' && (
      <BoxedAction
        title="对公示内容有不同意见？"
        text="请实名反映，据实说明。受理后给您一个回执号，处理结果会告诉您。来信、来电、来访也一样受理。"
      >
        <LinkButton href={`/notices/${notice.code}/object`} main>
          反映情况
        </LinkButton>
      </BoxedAction>
    )}
    <Facts facts={footOf(notice, status, statement)} />
  </Paper>
)

const Opening = ({ notice: { content, period } }: { notice: NoticeRow }) => {
  const paragraphs = content.intro.split('\n').filter(line => line.trim() !== '')
  return (
    <>
      {paragraphs.map(line => (
        <p>{line}</p>
      ))}
      {period && <p>{describePeriod(period)}</p>}
    </>
  )
}

type SectionProps = PropsWithChildren<{ section: NoticeContent['sections'][number]; counted: boolean }>

const NoticeSection = ({ section, counted, children }: SectionProps) => (
  <>
    <h2>
      {section.heading}
      {counted && section.items.length > 1 && `（${section.items.length}名）`}
    </h2>
    {section.text?.split('\n').map(line => (
      <p>{line}</p>
    ))}
    {section.items.length > 0 && (
      <NameList
        names={section.items.map(({ name, unit, post, note }) => ({
          name,
          detail: [unit, post, note].filter(Boolean).join('　'),
        }))}
      />
    )}
    {children}
  </>
)

const footOf = (notice: NoticeRow, status: NoticeStatus, statement: string | undefined) => {
  const { office, phone, hours, address, email } = notice.content.objection
  const received = notice.kind === 'publicity'
  const { more } = notice.content
  return [
    { term: '发布单位', value: notice.unitName },
    { term: '发布日期', value: notice.publishedOn ? chineseDate(notice.publishedOn) : '尚未发布' },
    ...(received ? [{ term: '公示状态', value: status.label }] : []),
    ...(notice.content.basis ? [{ term: '依据', value: notice.content.basis }] : []),
    ...(more ? [{ term: '详情', value: <a href={more.href}>{more.label}</a> }] : []),
    ...(received ? [{ term: '受理单位', value: office }] : []),
    ...(received && phone ? [{ term: '电话', value: hours ? `${phone}（${hours}）` : phone }] : []),
    ...(received && address ? [{ term: '地址', value: address }] : []),
    ...(received && email ? [{ term: '邮箱', value: email }] : []),
    ...(statement ? [{ term: '名单校验码', value: <Checksum notice={notice} statement={statement} /> }] : []),
  ]
}

const Checksum = ({ notice, statement }: { notice: NoticeRow; statement: string }) => (
  <>
    <code>{shortHash(notice.contentHash)}</code> {statement}，<a href={`/notices/${notice.code}/proof`}>核验</a>
  </>
)

/** 9f2c 71ab 04de … 8831 */
export const shortHash = (hash: string) =>
  `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} … ${hash.slice(-4)}`

/** In place of a list that is no longer shown: replaced or taken back. Its names stay out of sight. */
export const ClosedNotice = ({ notice, current }: { notice: NoticeRow; current?: string }) => (
  <Paper title={notice.title}>
    {notice.state === 'superseded' ? (
      <p>
        这一版已由新版本替代，请看{current ? <a href={`/notices/${current}`}>现在的版本</a> : '公示栏目中的新版本'}。
      </p>
    ) : (
      <p>
        这份{noticeKinds[notice.kind]}已撤回。如有疑问，请与{notice.unitName}联系。
      </p>
    )}
    <Facts facts={[{ term: '发布单位', value: notice.unitName }]} />
  </Paper>
)
