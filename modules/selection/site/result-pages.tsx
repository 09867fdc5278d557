import { encodePosition } from '#platform/db/index.ts'
import {
  Button,
  EmptyState,
  Facts,
  FormField,
  LinkButton,
  NameList,
  Pagination,
  Paper,
} from '#platform/ui/site/index.ts'
import { honourStates } from '../shared/index.ts'
import type { PublicCampaign } from './campaigns.ts'
import type { PublicHonour, Winner } from './honours.ts'

type ResultsProps = {
  campaign: PublicCampaign
  rows: PublicHonour[]
  next: string | null
  search: string
  first: boolean
  noticeCode: string
}

/** A campaign's list in official order, to be searched by name or unit. */
export const ResultsPage = ({ campaign, rows, next, search, first, noticeCode }: ResultsProps) => {
  const here = `/selection/${campaign.slug}/results`
  const query = (after: string) => `${here}?${new URLSearchParams({ ...(search && { q: search }), after })}`
  return (
    <Paper title={`${campaign.title}名单`}>
      <SearchForm action={here} value={search} label="姓名或单位" />
      <Jumps {...{ campaign, rows, here }} elsewhere={search === '' && (next !== null || !first)} />
      {rows.length === 0 && <EmptyState title={`名单中没有“${search}”`} hint={<a href={here}>看全部名单</a>} />}
      {campaign.plan.categories.map(({ key, name }) => (
        <CategoryNames id={anchorOf(key)} title={name} rows={rows.filter(({ category }) => category === key)} />
      ))}
      <Pagination previous={first ? undefined : here} next={next ? query(next) : undefined} />
      <p>
        <a href={`/notices/${noticeCode}`}>公布名单的原文</a>　<a href="/honours">核对荣誉编号</a>
      </p>
    </Paper>
  )
}

/** Past every number within a category: its list begins after it. */
const LAST = 2 ** 31 - 1

const anchorOf = (category: string) => `list-${category}`

type JumpsProps = Pick<ResultsProps, 'campaign' | 'rows'> & {
  here: string
  /** Whether categories may stand on another page. */
  elsewhere: boolean
}

/** Leads to each category of a long list, on this page or another. */
const Jumps = ({ campaign, rows, here, elsewhere }: JumpsProps) => {
  const { categories } = campaign.plan
  const links = categories.flatMap(({ key, name }, place) => {
    if (rows.some(({ category }) => category === key)) return [{ name, href: `#${anchorOf(key)}` }]
    const after = encodePosition([place, LAST, 0])
    return elsewhere ? [{ name, href: `${here}?after=${after}#${anchorOf(key)}` }] : []
  })
  if (links.length < 2) return null
  return (
    <nav class="jumps" aria-label="各类别">
      {links.map(({ name, href }) => (
        <a href={href}>{name}</a>
      ))}
    </nav>
  )
}

const CategoryNames = ({ id, title, rows }: { id: string; title: string; rows: PublicHonour[] }) =>
  rows.length === 0 ? null : (
    <>
      <h2 id={id}>{title}</h2>
      <NameList
        names={rows.map(row => ({
          name: row.name,
          detail: `${row.unitName}　编号 ${row.number}`,
          ...(row.hasStory && { href: winnerAddress(row) }),
        }))}
      />
    </>
  )

export const winnerAddress = ({ slug, number }: { slug: string; number: string }) =>
  `/selection/${slug}/winners/${encodeURIComponent(number)}`

type SearchProps = { action: string; value: string; label: string; name?: string; hint?: string }

/** One line and a button; the address holds what was asked, so that it can be passed on. */
export const SearchForm = ({ action, value, label, name = 'q', hint }: SearchProps) => (
  <form class="form" method="get" action={action}>
    <FormField name={name} label={label} kind="search" value={value} required {...(hint && { hint })} />
    <Button main>查找</Button>
  </form>
)

/** A winner's story as it was issued; the picture only where the winner agreed to it. */
export const WinnerPage = ({ winner: { honour, notice, photo } }: { winner: Winner }) => (
  <Paper title={honour.name}>
    <Facts
      facts={[
        { term: '单位', value: honour.unitName },
        { term: '荣誉', value: `${honour.year}年“${honour.title}”` },
      ]}
    />
    {photo && (
      <p>
        <img src={`/files/${photo}`} alt={`${honour.name}的照片`} width="320" style="max-width:100%;height:auto" />
      </p>
    )}
    {notice.content.sections.map(section => (
      <>
        <h2>{section.heading}</h2>
        {section.text
          ?.split('\n')
          .filter(line => line.trim() !== '')
          .map(line => (
            <p>{line}</p>
          ))}
      </>
    ))}
    <Facts
      facts={[
        {
          term: '荣誉编号',
          value: <a href={`/honours?number=${encodeURIComponent(honour.number)}`}>{honour.number}</a>,
        },
        { term: '发布单位', value: notice.unitName },
      ]}
    />
  </Paper>
)

type CheckProps = { number: string; found: PublicHonour[] }

/** Whether an honour stands: a number in, 有效, 已被替代 or 已撤销 out. Who lost one is not named. */
export const HonourCheck = ({ number, found }: CheckProps) => (
  <Paper title="核对荣誉编号">
    <SearchForm
      action="/honours"
      name="number"
      label="荣誉编号"
      value={number}
      hint="照证书填写，例如 2021-党员服务标兵-1。"
    />
    {number !== '' && found.length === 0 && (
      <EmptyState title={`没有查到编号“${number}”`} hint="请照证书逐字核对；名单尚未公布的，也查不到。" />
    )}
    {found.map(honour => (
      <>
        <h2>
          {honourStates[honour.state]}：{honour.number}
        </h2>
        <Facts facts={factsOf(honour)} />
        {honour.state !== 'revoked' && <LinkButton href={`/selection/${honour.slug}/results`}>看整个名单</LinkButton>}
      </>
    ))}
  </Paper>
)

const factsOf = (honour: PublicHonour) => [
  ...(honour.state === 'revoked'
    ? []
    : [
        { term: '姓名或名称', value: honour.name },
        { term: '单位', value: honour.unitName },
      ]),
  { term: '荣誉', value: `${honour.year}年“${honour.title}”` },
  { term: '名册', value: honour.register },
]
