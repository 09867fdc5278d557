import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { stateKeys } from '../states.ts'

const fen = z.int().min(0)

/** For a wall: where the works of the actor's unit and below it stand, this programme's year. */
export const getBoard = endpoint({
  method: 'get',
  path: '/api/micro/board',
  summary: '微实事大屏',
  answer: z.object({
    unitName: z.string(),
    /** Null where no programme runs yet. */
    programme: z.object({ title: z.string(), year: z.int() }).nullable(),
    counts: z.record(z.enum(stateKeys), z.int()),
    people: z.int(),
    households: z.int(),
    money: z.object({ askedFen: fen, approvedFen: fen, spentFen: fen, paidFen: fen }),
    villages: z.array(
      z.object({ id: z.number(), name: z.string(), projects: z.int(), finished: z.int(), spentFen: fen }),
    ),
    /** Newest finished works with a picture that may be shown. */
    newest: z.array(
      z.object({
        id: z.number(),
        code: z.string(),
        title: z.string(),
        villageName: z.string(),
        leadName: z.string(),
        beforeId: z.number().nullable(),
        afterId: z.number(),
      }),
    ),
  }),
})
