import { type Block, documentBytes, documentOf, PROFILES, paragraph, writeSheet } from '#kernel/documents/index.ts'
import { findFile, readContent } from '#kernel/files/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { type Honour, honoursOf } from '../../honours/honour.ts'
import { loadCampaign } from '../../load.ts'
import { distinctNames } from '../form/file-name.ts'
import type { Content, Part } from './kinds.ts'
import type { PackageRow } from './row.ts'

/** An issued story of somebody who agreed to it. */
const isTold = ({ story }: Honour) => story.published !== undefined && story.consent?.given === true

const storyBlocks = ({ name, unitName, title, year, story }: Honour): Block[] => [
  paragraph(name, { style: 'title', align: 'center' }),
  paragraph(`${unitName}　${year}年“${title.replace(/[“”]/gu, '')}”`, { style: 'subtitle', align: 'center' }),
  paragraph(''),
  ...(story.citation ? [paragraph(story.citation, { style: 'heading2', indent: 2 })] : []),
  ...(story.text ?? '')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => paragraph(line.trim(), { indent: 2, align: 'justify' })),
  ...(story.comments ?? []).map(({ words, from }) => paragraph(`“${words}”——${from}`, { indent: 2 })),
]

const photoPart = async (db: Db, { id, name, story }: Honour): Promise<Part[]> => {
  const key = story.consent?.faces ? story.published?.photo : null
  const file = key ? await findFile(db, key) : undefined
  if (!file) return []
  const path = `照片/${safeName(name, file.mime === 'image/png' ? 'png' : 'jpg')}`
  return [{ key: `photo-${id}`, path, make: () => readContent(file) }]
}

/** What the press may have: the list in public, issued stories of who agreed, pictures of who agreed to be seen. */
export const pressFiles = async (db: Db, work: PackageRow): Promise<Content> => {
  const campaign = (await loadCampaign(db, work.campaignId))!
  const listed = (await honoursOf(db, campaign)).filter(
    ({ publicNoticeId, state }) => publicNoticeId !== null && state === 'valid',
  )
  if (listed.length === 0) return { parts: [], remarks: ['名单还没有签发公布，没有可以对外提供的材料。'] }
  const told = listed.filter(isTold)
  const names = distinctNames(told.map(({ name }) => `事迹/${safeName(name, 'docx')}`))
  const stories = told.map(
    (honour, index): Part => ({
      key: `story-${honour.id}`,
      path: names[index]!,
      make: () => {
        const rest = work.banner ? { banner: work.banner } : {}
        return documentBytes(documentOf(honour.name, PROFILES.gbt9704!, storyBlocks(honour), rest), 'docx')
      },
    }),
  )
  const photos: Part[] = []
  for (const honour of told) photos.push(...(await photoPart(db, honour)))
  const spaced = distinctNames(photos.map(({ path }) => path))
  return {
    parts: [listPart(listed), ...stories, ...photos.map((part, index) => ({ ...part, path: spaced[index]! }))],
    remarks: told.length === 0 ? ['还没有签发的事迹，只有名单。'] : [],
  }
}

const listPart = (honours: Honour[]): Part => ({
  key: 'list',
  path: '表彰名单.xlsx',
  make: () =>
    writeSheet({
      name: '表彰名单',
      rows: honours,
      columns: [
        { title: '类别', width: 28, value: row => row.title },
        { title: '姓名或名称', width: 28, value: row => row.name },
        { title: '单位', width: 32, value: row => row.unitName },
        { title: '编号', width: 26, value: row => row.number },
      ],
    }),
})
