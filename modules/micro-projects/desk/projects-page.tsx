import { DownloadOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { addressOf, type QueryValues } from '#platform/http/shared/address.ts'
import { Answered, type DataColumn, DataTable, Page, Sheet, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { projectApi, states, yuan } from '../shared/index.ts'
import { noFilter, type ProjectFilter, ProjectFilters } from './project-filters.tsx'
import { toneOf } from './words.ts'
import './micro.css'

type Row = projectApi.ProjectBrief
type View = 'mine' | 'all'

/** 微实事: what waits for this post, and everything that it follows. */
const ProjectsPage = () => {
  const [view, setView] = useState<View>('mine')
  const [filter, setFilter] = useState<ProjectFilter>(noFilter)
  const [cursors, setCursors] = useState<number[]>([])
  const after = cursors.at(-1)
  const query = { ...(view === 'mine' && { mine: '1' as const }), ...filter }
  const list = useEndpoint(
    projectApi.listProjects,
    { query: { ...query, ...(after !== undefined && { after }) } },
    { keepPrevious: true },
  )
  const start = useEndpoint(projectApi.startingPoints, {}, { freshMs: 60_000 })
  const first =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setCursors([])
      set(value)
    }
  const searched = Object.keys(filter).length > 0
  const idle = view === 'mine' && !searched && list.data?.total === 0
  const all = <Button onClick={() => first(setView)('all')}>查看全部项目</Button>
  const empty = searched ? notFound : view === 'mine' ? { ...nothingWaits, action: all } : nothing
  return (
    <Page
      title="微实事"
      meta={
        start.data?.programmes[0] &&
        `${start.data.programmes[0].unitName} · ${start.data.programmes[0].programme.year}年度`
      }
      actions={
        <>
          {(list.data?.total ?? 0) > 0 && <Export query={query} />}
          {start.data?.permissions.propose && <NewProject />}
        </>
      }
    >
      <Sheet>
        <div className="micro-filter">
          <Segmented<View>
            value={view}
            options={[
              { value: 'mine', label: '待我办理' },
              { value: 'all', label: '全部项目' },
            ]}
            onChange={first(setView)}
          />
          {!idle && (
            <ProjectFilters
              value={filter}
              onChange={first(setFilter)}
              counts={list.data?.counts ?? {}}
              villages={start.data?.villages ?? []}
              programmes={start.data?.programmes ?? []}
            />
          )}
        </div>
        <Answered of={list}>
          {({ rows, total, next }) => (
            <>
              {total > 0 && <p className="micro-total num">共{total}个项目</p>}
              <DataTable
                name="micro.projects"
                columns={columns}
                rows={rows}
                rowKey={({ id }) => String(id)}
                empty={empty}
              />
              <Pages cursors={cursors} next={next} onChange={setCursors} />
            </>
          )}
        </Answered>
      </Sheet>
    </Page>
  )
}

const Export = ({ query }: { query: QueryValues }) => (
  <Button icon={<DownloadOutlined />} href={addressOf(projectApi.exportProjects.path, {}, query)}>
    导出 Excel
  </Button>
)

const NewProject = () => (
  <Link to="/micro/new">
    <Button type="primary">申报项目</Button>
  </Link>
)

const nothingWaits = { title: '没有等您办理的项目', hint: '轮到您办理的项目会出现在这里。' }
const notFound = { title: '没有找到符合条件的项目', hint: '换个名称、牵头人或者状态再找。' }
const nothing = { title: '还没有项目', hint: '党员、代表或者村（社区）工作人员可以申报。' }

type Pages = { cursors: number[]; next: number | null; onChange: (cursors: number[]) => void }

const Pages = ({ cursors, next, onChange }: Pages) =>
  cursors.length === 0 && next === null ? null : (
    <div className="micro-pages">
      <Button disabled={cursors.length === 0} onClick={() => onChange(cursors.slice(0, -1))}>
        上一页
      </Button>
      <Button disabled={next === null} onClick={() => next !== null && onChange([...cursors, next])}>
        下一页
      </Button>
    </div>
  )

const columns: DataColumn<Row>[] = [
  {
    key: 'title',
    title: '项目',
    always: true,
    render: ({ id, title }) => <Link to={`/micro/projects/${id}`}>{title}</Link>,
  },
  { key: 'village', title: '村（社区）', render: ({ villageName }) => villageName },
  { key: 'lead', title: '牵头人', render: ({ leadName }) => leadName },
  { key: 'state', title: '状态', render: ({ state }) => <StateTag tone={toneOf(state)}>{states[state]}</StateTag> },
  {
    key: 'households',
    title: '签名户数',
    align: 'right',
    render: ({ households }) => <span className="num">{households}</span>,
  },
  {
    key: 'money',
    title: '经费（元）',
    align: 'right',
    render: ({ approvedFen, askedFen }) => (
      <span className="num">{approvedFen === null ? `申请${yuan(askedFen)}` : yuan(approvedFen)}</span>
    ),
  },
]

export default ProjectsPage
