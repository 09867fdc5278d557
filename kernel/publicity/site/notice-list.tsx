import { chineseDate, chineseSpan } from '#kernel/calendar/shared/index.ts'
import { EmptyState, LinkButton, Pagination, Section } from '#platform/ui/site/index.ts'
import type { PublicNotice } from '../notice-queries.ts'

type NoticeListProps = { rows: PublicNotice[]; next: string | null; first: boolean }

/** All notices, the newest first, each with the days it can be looked at and objected to. */
export const NoticeList = ({ rows, next, first }: NoticeListProps) => (
  <>
    <h1 class="unseen">公示</h1>
    <Section title="公示">
      {rows.length === 0 && (
        <EmptyState title="现在没有公示" hint="名单公示时会登在这里，谁都可以看，谁都可以提意见。" />
      )}
      {rows.map(row => (
        <div class="row single">
          <div>
            <h3>
              <a href={`/notices/${row.code}`}>{row.title}</a>
            </h3>
            <p class="num">{metaOf(row)}</p>
          </div>
        </div>
      ))}
      <Pagination previous={first ? undefined : '/notices'} next={next ? `/notices?after=${next}` : undefined} />
    </Section>
    <Section title="反映过情况？">
      <p>凭回执号可以查看办理到哪一步。</p>
      <LinkButton href="/receipts">查询回执</LinkButton>
    </Section>
  </>
)

const metaOf = ({ unitName, publishedOn, lastDay, status }: PublicNotice) => {
  const days = publishedOn && lastDay ? chineseSpan(publishedOn, lastDay) : publishedOn ? chineseDate(publishedOn) : ''
  return [unitName, days, status].filter(Boolean).join(' · ')
}
