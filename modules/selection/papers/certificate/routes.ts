import { type Actor, type Api, publicLink } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { inTransaction } from '#platform/db/index.ts'
import { type LoadedHonour, loadHonour } from '../../honours/honour.ts'
import { organises } from '../../permissions.ts'
import { bannerOf } from '../banner.ts'
import { paperResponse } from '../render.ts'
import { downloadCertificate } from '../shared/certificate-api.ts'
import { certificateText } from './certificate.ts'
import { certificateDocument } from './document.ts'

const makes = (actor: Actor, { campaign }: LoadedHonour) => organises(actor, campaign)

export const certificateRoutes = (app: Api): void =>
  app.handle(downloadCertificate, {
    load: ({ db, params }) => loadHonour(db, params.id),
    allow: makes,
    act: async ({ actor, loaded, params, c }) => {
      const text = await inTransaction(app.db, async tx => {
        const asked = { banner: await bannerOf(tx), link: (path: string) => publicLink(path, c.req.url) }
        const made = await certificateText(tx, loaded.campaign, loaded, asked)
        const detail = { number: loaded.number, format: params.format }
        await record(tx, actor, {
          action: 'selection.honour.certificate',
          subjectKind: 'honour',
          subjectId: loaded.id,
          detail,
        })
        return made
      })
      return paperResponse(certificateDocument([text]), params.format, `证书-${loaded.number}-${loaded.name}`)
    },
  })
