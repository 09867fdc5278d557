import { qrPicture, spokenCode } from '#kernel/documents/index.ts'
import { randomCode } from '#kernel/publicity/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Honour } from '../../honours/honour.ts'
import { type Campaign, loadCampaign } from '../../load.ts'
import type { HonourState } from '../../shared/index.ts'
import type { Link } from '../form/file.ts'
import { tidyCode } from '../sheet/sheet.ts'
import type { CertificateText } from './document.ts'

const CODE_LENGTH = 12

/** The code of an honour's certificate, drawn when it is first made and kept for good. */
export const certificateCode = async (tx: Tx, honourId: number): Promise<string> => {
  const { rows } = await sql<{ code: string }>`
    insert into papers.certificate (honour_id, code) values (${honourId}, ${randomCode(CODE_LENGTH)})
    on conflict (honour_id) do update set honour_id = excluded.honour_id returning code`.execute(tx)
  return rows[0]!.code
}

/**
 * What the certificate of an honour says.
 * @throws Problem `honour.not-valid` where it was revoked or superseded
 */
export const certificateText = async (
  tx: Tx,
  { plan }: Pick<Campaign, 'plan'>,
  honour: Honour,
  { banner, link }: { banner: string | undefined; link: Link },
): Promise<CertificateText> => {
  if (honour.state !== 'valid') throw refuse('honour.not-valid', `“${honour.name}”的荣誉已撤销或已被替代，不能制证。`)
  const code = await certificateCode(tx, honour.id)
  return {
    number: honour.number,
    name: honour.name,
    subject: honour.subject,
    honour: honour.title.replace(/[“”]/gu, ''),
    occasion: plan.title,
    issuer: plan.decider,
    grantedOn: honour.grantedOn,
    picture: await qrPicture(link(`/certificates/${code}`)),
    code: spokenCode(code),
    banner,
  }
}

/** What anybody who holds the certificate may know of it; the name only once its list is in public. */
export type CertificateCheck = {
  state: HonourState
  number: string
  title: string
  register: string
  year: number
  grantedOn: string
  name: string | null
  unitName: string | null
  slug: string | null
}

type Row = CertificateCheck & { campaignId: number | null; public: boolean }

export const checkCertificate = async (db: Db, typed: string): Promise<CertificateCheck | undefined> => {
  const { rows } = await sql<Row>`
    select h.state, h.number, h.title, h.register, h.year, h.granted_on as "grantedOn", h.name,
      h.unit_name as "unitName", h.campaign_id as "campaignId", h.public_notice_id is not null as public
    from papers.certificate c join selection.honour h on h.id = c.honour_id
    where c.code = ${tidyCode(typed)}`.execute(db)
  if (!rows[0]) return undefined
  const { campaignId, public: isPublic, ...found } = rows[0]
  const shown = isPublic && found.state !== 'revoked'
  const campaign = shown && campaignId ? await loadCampaign(db, campaignId) : undefined
  return {
    ...found,
    name: shown ? found.name : null,
    unitName: shown ? found.unitName : null,
    slug: campaign?.slug ?? null,
  }
}
