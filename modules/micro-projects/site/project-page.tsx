import { chineseDate, chineseSpan } from '#kernel/calendar/shared/index.ts'
import { BoxedAction, Facts, LinkButton, Paper, StageSteps } from '#platform/ui/site/index.ts'
import { discreet, discreetTitle, pictureParts } from '../shared/index.ts'
import { SpendingBars } from './charts.tsx'
import { Compare } from './compare.tsx'
import type { MoneyLine, PublicPicture, PublicProject } from './queries.ts'
import { Telephone } from './telephone.tsx'
import { money, pictureAddress, statusWords, stepsOf } from './words.ts'

type Props = { project: PublicProject; pictures: PublicPicture[]; lines: MoneyLine[] }

/** One project: what changed, who led it, how many took part, what it cost, where it stands. */
export const ProjectPage = ({ project, pictures, lines }: Props) => {
  const before = pictures.find(({ part }) => part === 'before')
  const after = pictures.findLast(({ part }) => part === 'after')
  const others = pictures.filter(picture => picture !== before && picture !== after)
  return (
    <Paper title={discreetTitle(project.title)}>
      <p class="micro-status num">
        {project.villageName} · {project.leadName}牵头 · {statusWords(project.state)}
      </p>
      {before && after ? (
        <Compare code={project.code} before={before} after={after} />
      ) : (
        <Gallery code={project.code} pictures={[before, after].filter(each => each !== undefined)} />
      )}
      <StageSteps stages={stepsOf(project.state)} />
      <Running project={project} />
      <Facts facts={factsOf(project)} />
      <Words text={discreet(project.completion?.text ?? '')} title="完成情况" />
      <Money project={project} lines={lines} />
      {others.length > 0 && <h2>更多照片</h2>}
      <Gallery code={project.code} pictures={others} />
      <p class="micro-foot num">
        依据{project.programme.documentNo} · 监督单位：{project.programme.supervisor}
        {project.programme.supervisorPhone && <Telephone number={project.programme.supervisorPhone} />}
      </p>
    </Paper>
  )
}

/** While the completion notice runs: until when, whom to call, where to object. */
const Running = ({ project: { state, notice, programme } }: { project: PublicProject }) =>
  state === 'publicity' && notice ? (
    <BoxedAction
      title="正在公示，请大家监督"
      text={
        <>
          公示期{chineseSpan(notice.publishedOn, notice.lastDay)}。监督单位：{programme.supervisor}
          {programme.supervisorPhone && <Telephone number={programme.supervisorPhone} />}
        </>
      }
    >
      <LinkButton href={`/notices/${notice.code}`} main>
        看公示、提意见
      </LinkButton>
    </BoxedAction>
  ) : null

const factsOf = (project: PublicProject) =>
  [
    { term: '做什么', value: discreet(project.scale) },
    { term: '为什么做', value: discreet(project.effect) },
    { term: '谁牵头', value: project.leadName },
    { term: '谁支持', value: project.backers + project.households > 0 && supporters(project) },
    { term: '谁动手', value: project.completion && `${project.completion.participants}人参与` },
    { term: '完工', value: project.finishedOn && chineseDate(project.finishedOn) },
    { term: '挂牌', value: project.hungOn && chineseDate(project.hungOn) },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []))

const supporters = ({ backers, households }: PublicProject) =>
  [backers > 0 && `${backers}名党员、代表`, households > 0 && `${households}户群众`]
    .filter(Boolean)
    .join('和')
    .concat('签名')

const Words = ({ text, title }: { text: string; title: string }) =>
  text ? (
    <>
      <h2>{title}</h2>
      {text.split('\n').map(line => (
        <p>{line}</p>
      ))}
    </>
  ) : null

/** What it cost: what was bought once it is known, and behind it what was asked for. */
const Money = ({ project, lines }: Pick<Props, 'project' | 'lines'>) => {
  const spent = lines.filter(line => line.spent)
  const planned = lines.filter(line => !line.spent)
  const known = spent.length > 0 && project.completion !== null
  return (
    <>
      <h2>花了多少钱</h2>
      <p class="num">
        {project.approvedFen !== null && `批准${money(project.approvedFen)}，`}
        {project.completion ? `实际花费${money(project.spentFen)}` : '还在实施，花费以公示为准'}
        。钱来自{project.programme.fundingSource}，只买材料，出力的都是义务。
      </p>
      {known && <SpendingBars lines={spent.map(inWords(project))} />}
      {planned.length > 0 && (
        <details class="micro-planned" open={!known}>
          <summary>{known ? '原来的经费预算' : '经费预算'}</summary>
          <SpendingBars lines={planned.map(inWords(project))} />
        </details>
      )}
    </>
  )
}

const inWords =
  ({ programme }: PublicProject) =>
  ({ item, quantity, kind, fen }: MoneyLine) => ({
    name: [discreet(item) || '材料', quantity].filter(Boolean).join(' '),
    note: programme.expenseKinds.find(({ key }) => key === kind)?.name ?? '其他',
    fen,
  })

const Gallery = ({ code, pictures }: { code: string; pictures: PublicPicture[] }) =>
  pictures.length === 0 ? null : (
    <ul class="micro-gallery">
      {pictures.map(({ id, part, width, height }) => (
        <li>
          <a href={pictureAddress(code, id, '1280')}>
            <img
              src={pictureAddress(code, id, '1280')}
              alt={`${pictureParts[part]}的照片`}
              width={width}
              height={height}
              loading="lazy"
            />
          </a>
          <span>{pictureParts[part]}</span>
        </li>
      ))}
    </ul>
  )
