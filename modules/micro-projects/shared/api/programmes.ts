import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { programmeSchema } from '../programme.ts'

const params = z.object({ id: z.coerce.number().int() })
const done = z.object({ ok: z.literal(true) })

export const startProgramme = endpoint({
  method: 'post',
  path: '/api/micro/programmes',
  summary: '启动年度活动',
  body: z.object({ programme: programmeSchema }),
  answer: z.object({ id: z.number() }),
})

/** Changes what may change while the year runs; everything else must stand in it as it is, and is refused if it does not. */
export const changeProgramme = endpoint({
  method: 'put',
  path: '/api/micro/programmes/{id}',
  summary: '更改正在进行的年度活动',
  params,
  body: z.object({
    programme: programmeSchema,
    reason: z.string().trim().min(1, '请写明原因').max(200, '原因不超过200字'),
  }),
  answer: done,
})

const change = z.object({
  id: z.number(),
  at: z.string(),
  /** Null where the system itself changed it. */
  by: z.string().nullable(),
  reason: z.string(),
  /** What said something else before: in the words of the page. */
  items: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
})
export type ProgrammeChange = z.output<typeof change>

/** What a programme said from its start to today: each change with what it said before, the newest first. */
export const listProgrammeChanges = endpoint({
  method: 'get',
  path: '/api/micro/programmes/{id}/changes',
  summary: '年度活动的更改记录',
  params,
  answer: z.object({
    title: z.string(),
    started: z.object({ at: z.string(), by: z.string().nullable() }),
    changes: z.array(change),
  }),
})
