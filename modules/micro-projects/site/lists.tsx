import { EmptyState, Pagination, Section } from '#platform/ui/site/index.ts'
import { Cards, Sum } from './cards.tsx'
import { Progress, VillageBars } from './charts.tsx'
import type { Card, District, Supervised, Village } from './queries.ts'
import { Telephone } from './telephone.tsx'
import { money } from './words.ts'

const nothing = <EmptyState title="还没有可以公开的微实事" hint="项目经批准以后，会在这里公开。" />

/** All sub-districts that run a programme. */
export const DistrictList = ({ districts, newest }: { districts: District[]; newest: Card[] }) => (
  <>
    <h1 class="unseen">微实事</h1>
    <Section title="微实事">
      {districts.length === 0 && nothing}
      {districts.map(({ id, name, title, year, projects, spentFen }) => (
        <div class="row single">
          <div>
            <h3>
              <a href={`/micro/districts/${id}`}>{name}</a>
            </h3>
            <p class="num">{[title, `${year}年`, `${projects}件`, `花费${money(spentFen)}`].join(' · ')}</p>
          </div>
        </div>
      ))}
    </Section>
    {newest.length > 0 && (
      <Section title="新近完成">
        <Cards cards={newest} village />
      </Section>
    )}
  </>
)

type DistrictProps = { district: District; villages: Village[]; newest: Card[] }

/** A sub-district: what was done, village by village. */
export const DistrictPage = ({ district, villages, newest }: DistrictProps) => (
  <>
    <div class="micro-head">
      <div>
        <h1>{district.name}微实事</h1>
        <p>党员和代表提出、邻里签名、大家动手做的小事。每一笔钱花在哪里，都在这里。</p>
      </div>
      <Sum {...district} />
    </div>
    <Progress {...district} />
    {newest.length > 0 && (
      <Section title="新近完成">
        <Cards cards={newest} village />
      </Section>
    )}
    <Section title="村（社区）">
      {villages.length === 0 && nothing}
      <VillageBars villages={villages} />
    </Section>
    <Watch {...district} />
  </>
)

const Watch = ({ supervisor, supervisorPhone }: Supervised) => (
  <p class="micro-foot num">
    监督单位：{supervisor}
    {supervisorPhone && <Telephone number={supervisorPhone} />}
  </p>
)

type VillageProps = { village: Village & { households: number }; cards: Card[]; next: number | null; first: boolean }

/** A village's projects, the newest first. */
export const VillagePage = ({ village, cards, next, first }: VillageProps) => {
  const here = `/micro/villages/${village.id}`
  return (
    <>
      <div class="micro-head">
        <div>
          <h1>{village.name}微实事</h1>
          <p>身边的小事，邻里一起办。点开看看前后变化、谁牵头、花了多少钱。</p>
        </div>
        <Sum {...village} />
      </div>
      <Progress {...village} />
      <Section title="项目">
        <Cards cards={cards} />
        <Pagination previous={first ? undefined : here} next={next ? `${here}?after=${next}` : undefined} />
      </Section>
      <Watch {...village} />
    </>
  )
}
