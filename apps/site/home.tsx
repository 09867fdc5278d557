import { EmptyState, LinkButton, Section, StageLine, type StageStep } from '#platform/ui/site/index.ts'

export type HomeCampaign = {
  title: string
  href: string
  /** Who runs it, how many, until when. */
  meta: string
  stages: StageStep[]
  /** The current stage with its date in words. */
  now?: string | undefined
}

export type HomeEntry = { title: string; href: string; meta: string }

export type HomeProps = {
  campaigns: HomeCampaign[]
  /** Notices one can look at and object to now. */
  notices: HomeEntry[]
  /** Lists that were published, the newest first. */
  results: HomeEntry[]
  /** Votes that are open or soon will be. */
  votes?: HomeEntry[]
  /** Small works that were finished, the newest first. */
  works?: HomeEntry[]
  /** Addresses of all of each, where those pages exist. */
  all: { campaigns?: string; notices?: string; results?: string }
}

/** The first page: one thing to do, then what is going on and where it stands, then what came of it. */
export const Home = ({ campaigns, notices, results, votes = [], works = [], all }: HomeProps) => (
  <>
    <div class="ask">
      <div>
        <h1>推荐谁、评选谁，请您来看</h1>
        <p>名单公示期间，谁都可以看，谁都可以提意见。实名反映、据实说明，受理后给您回执号，处理结果会告诉您。</p>
        {all.notices && (
          <LinkButton href={all.notices} main>
            看公示
          </LinkButton>
        )}
        {all.results && <LinkButton href={all.results}>查名单</LinkButton>}
      </div>
      <Figures campaigns={campaigns.length} notices={notices.length} results={results.length} />
    </div>
    {votes.length > 0 && (
      <Section title="网上评议" more={{ href: '/ballot' }}>
        {votes.map(entry => (
          <Entry {...entry} />
        ))}
      </Section>
    )}
    <Section title="正在公示" more={all.notices ? { href: all.notices } : undefined}>
      {notices.length === 0 && <EmptyState title="现在没有正在公示的名单" />}
      {notices.map(entry => (
        <Entry {...entry} />
      ))}
    </Section>
    <Section title="正在进行的推选" more={all.campaigns ? { href: all.campaigns } : undefined}>
      {campaigns.length === 0 && <EmptyState title="现在没有正在进行的推选" />}
      {campaigns.map(({ title, href, meta, stages, now }) => (
        <div class="row">
          <div>
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p class="num">{meta}</p>
          </div>
          <StageLine stages={stages} now={now} label={`${title}：进行到哪一步`} />
        </div>
      ))}
    </Section>
    {works.length > 0 && (
      <Section title="新近办成的微实事" more={{ href: '/micro' }}>
        {works.map(entry => (
          <Entry {...entry} />
        ))}
      </Section>
    )}
    {results.length > 0 && (
      <Section title="已公布的名单" more={all.results ? { href: all.results } : undefined}>
        {results.map(entry => (
          <Entry {...entry} />
        ))}
      </Section>
    )}
  </>
)

const Figures = (counts: { campaigns: number; notices: number; results: number }) => (
  <dl class="figures num">
    <Figure value={counts.notices} label="正在公示" />
    <Figure value={counts.campaigns} label="正在推选" />
    <Figure value={counts.results} label="已公布名单" />
  </dl>
)

const Figure = ({ value, label }: { value: number; label: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

const Entry = ({ title, href, meta }: HomeEntry) => (
  <div class="row single">
    <div>
      <h3>
        <a href={href}>{title}</a>
      </h3>
      <p class="num">{meta}</p>
    </div>
  </div>
)
