import { approveNotice, sendNotice } from '#kernel/publicity/shared/index.ts'
import { commendApi } from '#modules/selection/shared/index.ts'
import type { Client } from '#platform/http/index.ts'
import { type House, issue } from './house.ts'

/** A finished campaign, and the scan of a signed consent. */
export type Finished = { id: number; consent: string }

/** Three winners' stories: one in public, one waiting for its signature, one for its check. */
export const tellStories = async (house: House, { id, consent }: Finished): Promise<void> => {
  const clerk = await house.as('city-clerk')
  const { honours } = await clerk.call(commendApi.getCommendation, { params: { id, stage: 'commend' } })
  const [issued, approved, sent] = honours
    .filter((honour, index) => honours.findIndex(({ category }) => category === honour.category) === index)
    .slice(0, 3)
  const body = { secrecyChecked: true as const }
  await issue(house, 'city', await write(clerk, issued!, consent))
  const second = await write(clerk, approved!, consent)
  await clerk.call(sendNotice, { params: { id: second }, body })
  await (await house.as('city-checker')).call(approveNotice, { params: { id: second }, body })
  await clerk.call(sendNotice, { params: { id: await write(clerk, sent!, consent) }, body })
}

/** Written from the nominee's own article, with a consent that leaves out the face. @returns the draft */
const write = async (clerk: Client, { id, name }: { id: number; name: string }, consent: string): Promise<number> => {
  const params = { id }
  const { brief, articles } = await clerk.call(commendApi.getStorySource, { params })
  await clerk.call(commendApi.saveStory, {
    params,
    body: {
      citation: '把群众的小事当大事，一件一件办到家。',
      comments: [{ words: '有事找他们，不用跑第二趟。', from: '居民李先生' }],
      text: articles[0] || brief,
      photo: null,
      consent: { given: true, by: name.slice(0, 60), on: '2026-04-07', faces: false, evidence: [consent] },
    },
  })
  return (await clerk.call(commendApi.draftStory, { params })).noticeId
}
