import type { Context, Hono } from 'hono'
import { findFile, serveFile } from '#kernel/files/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { discreetTitle } from '../shared/index.ts'
import { microAssets, serveMicroAsset } from './assets.ts'
import { DistrictList, DistrictPage, VillagePage } from './lists.tsx'
import { ProjectPage } from './project-page.tsx'
import {
  newestFinished,
  publicDistricts,
  publicMoney,
  publicPictureKey,
  publicPictures,
  publicProject,
  publicVillage,
  publicVillages,
  villageProjects,
} from './queries.ts'
import { signPages } from './sign/index.tsx'
import { active } from './words.ts'

export { microNews } from './news.ts'

type Body = Parameters<Context['render']>[0]
type Page = Parameters<Context['render']>[1]
type Crumbs = NonNullable<Page['crumbs']>

const idIn = (text: string | undefined) => (text && /^\d{1,15}$/.test(text) ? Number(text) : undefined)
const missing = () => refuse('not.found', '没有找到这个页面，可能没有公开，或者地址写错了。', { status: 404 })
const top = { label: '微实事', href: '/micro' }
const newest = 6

const show = (c: Context, body: Body, page: Omit<Page, 'active'> & { crumbs: Crumbs }) =>
  c.render(
    <>
      <link rel="stylesheet" href={microAssets.styles.address} />
      {body}
    </>,
    { ...page, active },
  )

/**
 * Binds the public pages of micro-projects below /micro; nothing before its money was approved is among them. Below
 * /sign a household signs by its link.
 */
export const microPages = (app: Hono, { db }: { db: Db }): void => {
  app.get('/micro/assets/:name', c => serveMicroAsset(c.req.path) ?? c.notFound())
  app.get('/micro', c => showTop(c, db))
  app.get('/micro/districts/:id', c => showDistrict(c, db, idIn(c.req.param('id'))))
  app.get('/micro/villages/:id', c => showVillage(c, db))
  app.get('/micro/projects/:code', c => showProject(c, db))
  app.get('/micro/projects/:code/pictures/:id', c => showPicture(c, db))
  signPages(app, { db })
}

/** Where there is one sub-district, it is the first page. */
const showTop = async (c: Context, db: Db) => {
  const districts = await publicDistricts(db)
  if (districts.length === 1) return showDistrict(c, db, districts[0]!.id, true)
  const finished = await newestFinished(db, newest)
  return show(c, <DistrictList districts={districts} newest={finished} />, {
    title: '微实事',
    crumbs: [{ label: top.label }],
  })
}

const showDistrict = async (c: Context, db: Db, id: number | undefined, onTop = false) => {
  const [district] = id === undefined ? [] : await publicDistricts(db, id)
  if (!district) throw missing()
  const villages = await publicVillages(db, district.id)
  const finished = await newestFinished(db, newest, district.id)
  return show(c, <DistrictPage district={district} villages={villages} newest={finished} />, {
    title: `${district.name}微实事`,
    crumbs: onTop ? [{ label: top.label }] : [top, { label: district.name }],
  })
}

const showVillage = async (c: Context, db: Db) => {
  const village = await publicVillage(db, idIn(c.req.param('id')) ?? 0)
  if (!village) throw missing()
  const after = idIn(c.req.query('after'))
  const { rows, next } = await villageProjects(db, village.id, after)
  return show(c, <VillagePage village={village} cards={rows} next={next} first={!after} />, {
    title: `${village.name}微实事`,
    crumbs: [top, { label: village.name }],
  })
}

const showProject = async (c: Context, db: Db) => {
  const project = await publicProject(db, c.req.param('code') ?? '')
  if (!project) throw missing()
  const pictures = await publicPictures(db, project.id)
  const lines = await publicMoney(db, project.id)
  const title = discreetTitle(project.title)
  const body = (
    <>
      <ProjectPage project={project} pictures={pictures} lines={lines} />
      <script src={microAssets.compare.address} defer />
    </>
  )
  const village = { label: project.villageName, href: `/micro/villages/${project.villageId}` }
  return show(c, body, {
    title,
    crumbs: [top, village, { label: title }],
    description: `${project.villageName}：${title}`,
  })
}

const showPicture = async (c: Context, db: Db) => {
  const key = await publicPictureKey(db, c.req.param('code') ?? '', idIn(c.req.param('id')) ?? 0)
  const file = key ? await findFile(db, key) : undefined
  if (!file) throw missing()
  const size = c.req.query('size')
  return serveFile(file, { size: size === '320' ? '320' : '1280' })
}
