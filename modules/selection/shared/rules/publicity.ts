import { z } from 'zod'
import type { NoticeFacts } from './facts.ts'
import { period, shortfall } from './notice-period.ts'
import { rule } from './rule.ts'

const lastedVariables = ['n', '要求', '日期'] as const

/** The unit's notice with this name has hung for the working days asked for (D-05, D-07). */
export const publicityLasted = rule({
  scope: 'nomination',
  needs: 'page',
  params: period,
  variables: lastedVariables,
  check: ({ nomination: { id, notices }, clock }, params) => {
    const own = notices.filter(({ names }) => names.includes(id))
    return shortfall(own, clock, params)
  },
})

/** The organiser's notice of the list has hung for the working days asked for; one name less is enough to say so. */
export const listPublicityLasted = rule({
  scope: 'campaign',
  needs: 'server',
  params: period,
  variables: lastedVariables,
  check: ({ campaign: { list, notices }, clock }, params) =>
    list
      .flatMap(({ id }) => shortfall(noticesNaming(id, notices), clock, params))
      .sort((a, b) => a.values.n - b.values.n)
      .slice(0, 1),
})

/** A notice has been put up; that it has ended is another rule's. */
export const publicityStarted = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ nomination: { notices }, clock }) =>
    notices.some(({ publishedOn }) => publishedOn <= clock.today) ? [] : [{ path: 'notices' }],
})

/** A notice that hangs names this nominee. */
export const namedInNotice = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ nomination: { id, notices } }) =>
    notices.length > 0 && noticesNaming(id, notices).length === 0 ? [{ path: 'notices' }] : [],
})

/** Each name on the list stands in the organiser's notice. */
export const listNamedInNotice = rule({
  scope: 'campaign',
  needs: 'server',
  params: z.strictObject({}),
  variables: [],
  check: ({ campaign: { list, notices } }) =>
    list.filter(({ id }) => noticesNaming(id, notices).length === 0).map(nomination => ({ nomination })),
})

/** The notice hangs where the plan says: in the city's main media, in the county's or in the unit. */
export const noticeInMedium = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ levels: z.array(z.string()).min(1) }),
  variables: ['媒体'],
  check: ({ nomination: { notices } }, { levels }) =>
    notices.length === 0 || notices.some(({ mediaLevel }) => levels.includes(mediaLevel))
      ? []
      : [{ path: 'notices', values: { 媒体: notices[0]!.medium } }],
})

/** Every objection to a notice has its written conclusion (D-08). */
export const objectionsClosed = rule({
  scope: 'nomination',
  needs: 'server',
  params: z.strictObject({}),
  variables: ['n'],
  check: ({ nomination: { id, notices } }) => {
    const open = noticesNaming(id, notices).reduce((sum, { openObjections }) => sum + openObjections, 0)
    return open > 0 ? [{ path: 'notices', values: { n: open } }] : []
  },
})

const noticesNaming = (id: string, notices: NoticeFacts[]) => notices.filter(({ names }) => names.includes(id))
