import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { noticeKinds } from '#kernel/publicity/shared/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { EmptyState, NameList, Pagination, Paper } from '#platform/ui/site/index.ts'
import type { PublicHonour } from './honours.ts'
import { SearchForm, winnerAddress } from './result-pages.tsx'

export type FoundNotice = { code: string; title: string; kind: 'publicity' | 'result'; publishedOn: string }

/**
 * Issued notices whose title has the words; and, for as long as a list can be objected to, lists that name somebody so.
 * Afterwards a name is found among the results only: who did not come through is not to be found for ever.
 */
export const searchNotices = async (db: Db, search: string): Promise<FoundNotice[]> => {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const today = await businessToday(db)
  const { rows } = await sql<FoundNotice>`
    select n.code, n.title, n.kind, n.published_on as "publishedOn" from publicity.notice n
    where n.state = 'issued' and n.kind in ('publicity', 'result')
      and (n.title ilike ${like} or (n.kind = 'publicity' and n.last_day >= ${today}::date and exists (
        select from jsonb_array_elements(n.content -> 'sections') s, jsonb_array_elements(s -> 'items') i
        where i ->> 'name' ilike ${like} or i ->> 'unit' ilike ${like})))
    order by n.published_on desc, n.id desc limit 20`.execute(db)
  return rows
}

type SearchPageProps = {
  search: string
  notices: FoundNotice[]
  honours: PublicHonour[]
  next: number | null
  first: boolean
}

/** One box over notices and results. */
export const SearchPage = ({ search, notices, honours, next, first }: SearchPageProps) => {
  const short = [...search].length === 1
  const nothing = search !== '' && !short && notices.length + honours.length === 0
  return (
    <Paper title="查询">
      <SearchForm action="/search" value={search} label="姓名、单位或标题" hint="至少两个字。" />
      <p>
        证书上的编号请到<a href="/honours">核对荣誉编号</a>。
      </p>
      {short && <EmptyState title="请至少写两个字" />}
      {nothing && <EmptyState title={`没有找到“${search}”`} hint="可以换一个说法；没有公布的内容查不到。" />}
      {notices.length > 0 && <h2>公示和公布</h2>}
      {notices.map(notice => (
        <FoundLine {...notice} />
      ))}
      {honours.length > 0 && (
        <>
          <h2>获得表彰的个人和单位</h2>
          <NameList names={honours.map(nameOf)} />
          <Pagination
            previous={first ? undefined : `/search?${new URLSearchParams({ q: search })}`}
            next={next ? `/search?${new URLSearchParams({ q: search, after: String(next) })}` : undefined}
          />
        </>
      )}
    </Paper>
  )
}

const FoundLine = ({ code, title, kind, publishedOn }: FoundNotice) => (
  <div class="row single">
    <div>
      <h3>
        <a href={`/notices/${code}`}>{title}</a>
      </h3>
      <p class="num">{`${noticeKinds[kind]} · ${chineseDate(publishedOn)}`}</p>
    </div>
  </div>
)

const nameOf = (honour: PublicHonour) => ({
  name: honour.name,
  detail: `${honour.unitName}　${honour.year}年“${honour.title}”`,
  href: honour.hasStory ? winnerAddress(honour) : `/selection/${honour.slug}/results`,
})
