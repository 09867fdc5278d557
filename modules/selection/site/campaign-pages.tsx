import { chineseDate, chineseSpan } from '#kernel/calendar/shared/index.ts'
import type { PaperFormat } from '#kernel/documents/shared/index.ts'
import {
  BoxedAction,
  EmptyState,
  Facts,
  LinkButton,
  Pagination,
  Paper,
  Section,
  StageLine,
  Table,
} from '#platform/ui/site/index.ts'
import { BlankForms } from '../papers/site/blank-forms.tsx'
import { mainStages, type PlanCategory, type PlanStage } from '../shared/index.ts'
import { type PublicCampaign, type RunningNotice, whenOf } from './campaigns.ts'

/** A campaign with its current stage and last day in words. */
export type ListedCampaign = PublicCampaign & { now: string | undefined }

type ListProps = { rows: ListedCampaign[]; next: number | null; first: boolean }

/** All campaigns that have begun, the newest first. */
export const CampaignList = ({ rows, next, first }: ListProps) => (
  <>
    <h1 class="unseen">推选</h1>
    <Section title="推选">
      {rows.length === 0 && <EmptyState title="现在没有推选活动" hint="有活动时，会在这里公布条件、环节和名单。" />}
      {rows.map(({ slug, title, organiser, plan, running, steps, now }) => (
        <div class="row">
          <div>
            <h3>
              <a href={`/selection/${slug}`}>{title}</a>
            </h3>
            <p class="num">{[organiser, `${plan.year}年`, running ? '进行中' : '已结束'].join(' · ')}</p>
          </div>
          <StageLine stages={steps} now={now} label={`${title}：进行到哪一步`} />
        </div>
      ))}
      <Pagination previous={first ? undefined : '/selection'} next={next ? `/selection?after=${next}` : undefined} />
    </Section>
  </>
)

type PageProps = {
  campaign: ListedCampaign
  notices: RunningNotice[]
  hasResults: boolean
  /** While it takes 自荐 and 举荐: until when (ISO), and whether others may be put forward. */
  selfDue: { dueOn: string | null; byOthers: boolean } | undefined
  /** Kinds of file in which empty forms can be had. */
  formats: readonly PaperFormat[]
}

/** What a campaign is about, who runs it, how far it is, whom it looks for, and how to object. */
export const CampaignPage = ({ campaign, notices, hasResults, selfDue, formats }: PageProps) => {
  const { plan, steps, slug } = campaign
  const described = mainStages(plan).some(({ does }) => does)
  return (
    <Paper title={campaign.title}>
      {plan.purpose && <p>{ended(plan.purpose)}</p>}
      <StageLine stages={steps} now={campaign.now} />
      {notices.map(notice => (
        <BoxedAction
          title={notice.title}
          text={`公示期为${chineseSpan(notice.publishedOn, notice.lastDay)}，到${chineseDate(notice.lastDay)}24时。`}
        >
          <LinkButton href={`/notices/${notice.code}`} main>
            看名单、提意见
          </LinkButton>
        </BoxedAction>
      ))}
      {selfDue && (
        <BoxedAction
          title={selfDue.byOthers ? '可以自荐，也可以举荐他人' : '可以自荐'}
          text={`在网上填写，分三步${selfDue.dueOn ? `，${chineseDate(selfDue.dueOn)}截止` : ''}。`}
        >
          <LinkButton href={`/self-recommendations/${slug}`} main>
            去填写
          </LinkButton>
          <LinkButton href="/self-recommendations">查询回执</LinkButton>
        </BoxedAction>
      )}
      {hasResults && (
        <BoxedAction title="名单已经公布" text="可以按姓名或单位查找。">
          <LinkButton href={`/selection/${slug}/results`} main>
            看名单
          </LinkButton>
        </BoxedAction>
      )}
      <Facts facts={factsOf(campaign)} />
      {plan.categories.map(category => (
        <CategoryPart category={category} />
      ))}
      <h2>环节和时间</h2>
      <Table
        caption={`${campaign.title}的环节`}
        rows={mainStages(plan)}
        columns={[
          { title: '环节', value: stage => stage.title },
          { title: '时间', value: stage => whenOf(stage) || '另行通知' },
          ...(described ? [{ title: '做什么', value: (stage: PlanStage) => stage.does ?? '' }] : []),
        ]}
      />
      <BlankForms slug={slug} plan={plan} formats={formats} />
      <h2>怎样提意见</h2>
      <p>
        名单公示期间，谁都可以提意见。打开公示页面，选“反映情况”；也可以来信、来电、来访，联系方式写在公示页面上。请实名反映、据实说明，受理单位为您保密。
      </p>
      <LinkButton href="/notices">看公示</LinkButton>
    </Paper>
  )
}

const ended = (text: string) => (/[。！？]$/.test(text) ? text : `${text}。`)

const factsOf = ({ plan, organiser }: ListedCampaign) => [
  { term: '主办单位', value: plan.organiser.name || organiser },
  { term: '审定', value: plan.decider },
  { term: '依据', value: `${plan.notice.title}${plan.notice.number ? `（${plan.notice.number}）` : ''}` },
  { term: '类别', value: plan.categories.map(({ name, awards }) => (awards ? `${name}${awards}个` : name)).join('、') },
]

const CategoryPart = ({ category }: { category: PlanCategory }) => (
  <>
    <h2>{category.name}</h2>
    <h3>推荐范围</h3>
    <Lines lines={category.eligible} />
    {category.conditions.length > 0 && (
      <>
        <h3>推荐条件</h3>
        <Lines lines={category.conditions.map(({ title, text }) => (title ? `${title}：${text}` : text))} />
      </>
    )}
    {category.notEligible.length > 0 && (
      <>
        <h3>不予推荐的情形</h3>
        <Lines lines={category.notEligible} />
      </>
    )}
  </>
)

const Lines = ({ lines }: { lines: string[] }) => (
  <ul>
    {lines.map(line => (
      <li>{line}</li>
    ))}
  </ul>
)
