import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

/** What the organiser says of a name in the informal pre-review; it binds nobody. */
export const advices = { keep: '建议保留', adjust: '建议调整', careful: '慎重考虑' } as const
export type Advice = keyof typeof advices

const listed = z.object({
  nominationId: z.number(),
  name: z.string(),
  category: z.string(),
  categoryName: z.string(),
  workplace: z.string(),
  post: z.string(),
  rank: z.number().nullable(),
})
export type ListedName = z.output<typeof listed>

const remark = z.object({
  advice: z.enum(['keep', 'adjust', 'careful']),
  words: z.string(),
  madeBy: z.string(),
  at: z.string(),
})

const ofUnit = z.object({ id: z.coerce.number(), stage: z.string() })
const base = '/api/selection/submissions/{id}/consultations/{stage}'

/** 沟通预审 of one unit: the list as sent, what it would send now, and the remarks. */
export const getConsultation = endpoint({
  method: 'get',
  path: base,
  summary: '沟通预审情况',
  params: ofUnit,
  answer: z.object({
    title: z.string(),
    does: z.string().nullable(),
    state: z.enum(['waiting', 'open', 'closed']),
    dueOn: z.string().nullable(),
    unitName: z.string(),
    /** Null until the unit has sent its initial list. */
    sent: z
      .object({
        at: z.string(),
        firstAt: z.string(),
        note: z.string().nullable(),
        names: z.array(listed.extend({ remark: remark.nullable() })),
        answeredAt: z.string().nullable(),
      })
      .nullable(),
    /** The unit's list as it stands, for the unit alone. */
    current: z.array(listed),
    permissions: z.object({ send: z.boolean(), remark: z.boolean() }),
  }),
})
export type Consultation = z.output<(typeof getConsultation)['answer']>

export const sendConsultation = endpoint({
  method: 'post',
  path: base,
  summary: '报送初步推荐对象名单',
  params: ofUnit,
  body: z.object({ note: z.string().trim().max(1000, '不超过1000字').optional() }),
  answer: z.object({ names: z.number() }),
})

export const remarkConsultation = endpoint({
  method: 'put',
  path: `${base}/remarks`,
  summary: '沟通预审意见（供推荐单位参考）',
  params: ofUnit,
  body: z.object({
    remarks: z
      .array(
        z.object({
          nominationId: z.number(),
          advice: z.enum(['keep', 'adjust', 'careful']),
          words: z.string().trim().max(500, '不超过500字').default(''),
        }),
      )
      .min(1, '请至少填写一个名字的意见'),
  }),
  answer: z.object({ ok: z.literal(true) }),
})

/** Every unit's pre-review, for the organiser. */
export const listConsultations = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/consultations/{stage}',
  summary: '各单位沟通预审情况',
  params: ofUnit,
  answer: z.object({
    dueOn: z.string().nullable(),
    units: z.array(
      z.object({
        submissionId: z.number(),
        unitName: z.string(),
        sentAt: z.string().nullable(),
        late: z.boolean(),
        names: z.number(),
        remarked: z.number(),
        answeredAt: z.string().nullable(),
      }),
    ),
  }),
})
