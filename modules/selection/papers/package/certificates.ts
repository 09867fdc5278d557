import { documentBytes } from '#kernel/documents/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { type Honour, honoursOf } from '../../honours/honour.ts'
import { loadCampaign } from '../../load.ts'
import { certificateText } from '../certificate/certificate.ts'
import { certificateDocument } from '../certificate/document.ts'
import { distinctNames } from '../form/file-name.ts'
import type { Content, Part } from './kinds.ts'
import type { PackageRow } from './row.ts'

/** As many pages as a printer takes in one go. */
const SHEETS_A_FILE = 50

/** Certificates of everyone in the register, in its order: one file each, and files of fifty pages for the printer. */
export const certificateFiles = async (db: Db, work: PackageRow): Promise<Content> => {
  const campaign = (await loadCampaign(db, work.campaignId))!
  const honours = (await honoursOf(db, campaign)).filter(({ state }) => state === 'valid')
  const asked = { banner: work.banner ?? undefined, link: (path: string) => `${work.site}${path}` }
  const made = async (some: Honour[]) => {
    const texts = []
    for (const honour of some) texts.push(await inTransaction(db, tx => certificateText(tx, campaign, honour, asked)))
    return documentBytes(certificateDocument(texts), 'pdf')
  }
  const names = distinctNames(honours.map(({ number, name }) => `逐个/${safeName(`${number}-${name}`, 'pdf')}`))
  const single = honours.map(
    (honour, index): Part => ({ key: `honour-${honour.id}`, path: names[index]!, make: () => made([honour]) }),
  )
  const batches = Math.ceil(honours.length / SHEETS_A_FILE)
  const together = Array.from({ length: batches }, (_, n): Part => {
    const some = honours.slice(n * SHEETS_A_FILE, (n + 1) * SHEETS_A_FILE)
    const places = `${n * SHEETS_A_FILE + 1}—${n * SHEETS_A_FILE + some.length}`
    return { key: `batch-${n}`, path: `合订/证书（第${places}个）.pdf`, make: () => made(some) }
  })
  const remarks = honours.length === 0 ? ['还没有登入荣誉名册，没有可制的证书。'] : []
  return { parts: [...together, ...single], remarks }
}
