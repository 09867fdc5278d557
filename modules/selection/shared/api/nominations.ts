import { z } from 'zod'
import { Article } from '#kernel/forms/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { particulars, writtenReason } from '../particulars.ts'
import { id } from './plans.ts'

const answers = z.record(z.string(), z.unknown())
const articles = z.record(z.string(), Article)

/** A finding as the page shows it beside its field. */
export const findingView = z.object({
  rule: z.string(),
  fn: z.string(),
  severity: z.enum(['block', 'reason', 'warning', 'manual']),
  message: z.string(),
  clause: z.string(),
  path: z.string().optional(),
  nomination: z.string().optional(),
  reasonGiven: z.string().optional(),
  settled: z.boolean(),
})

const base = '/api/selection/nominations/{id}'
const done = z.object({ ok: z.literal(true) })

export const addNomination = endpoint({
  method: 'post',
  path: '/api/selection/submissions/{id}/nominations',
  summary: '新增推荐对象',
  params: id,
  body: z.object({ category: z.string() }),
  answer: z.object({ id: z.number() }),
})

export const getNomination = endpoint({
  method: 'get',
  path: base,
  summary: '推荐对象：表、材料、检查结果',
  params: id,
  answer: z.object({
    id: z.number(),
    campaignId: z.number(),
    campaignTitle: z.string(),
    submissionId: z.number(),
    category: z.string(),
    categoryName: z.string(),
    name: z.string(),
    unitId: z.number(),
    unitName: z.string(),
    unitClass: z.string(),
    recommender: z.string(),
    origin: z.string(),
    linkedTo: z.number().nullable(),
    rank: z.number().nullable(),
    state: z.string(),
    submissionState: z.string(),
    revision: z.number(),
    editedBy: z.string().nullable(),
    editedAt: z.string(),
    answers,
    articles,
    particulars,
    reasons: z.array(writtenReason),
    findings: z.array(findingView),
    returnNotes: z.array(
      z.object({ path: z.string().nullable(), comment: z.string(), dueOn: z.string().nullable(), at: z.string() }),
    ),
    versions: z.number(),
    /** The frozen plan's part that the page needs: form, materials, seals, tags, rules. */
    plan: z.unknown(),
    permissions: z.object({ edit: z.boolean(), confirm: z.boolean(), return: z.boolean(), reveal: z.boolean() }),
  }),
})

export const saveNomination = endpoint({
  method: 'put',
  path: base,
  summary: '保存推荐对象（自动保存）',
  params: id,
  body: z.object({ revision: z.number(), answers, articles, particulars, reasons: z.array(writtenReason) }),
  answer: z.object({ revision: z.number(), name: z.string(), findings: z.array(findingView) }),
})

export const removeNomination = endpoint({
  method: 'post',
  path: `${base}/removal`,
  summary: '撤下或恢复推荐对象',
  params: id,
  body: z.object({ back: z.boolean() }),
  answer: done,
})

export const confirmReason = endpoint({
  method: 'post',
  path: `${base}/confirmations`,
  summary: '主要负责人确认理由',
  params: id,
  body: z.object({ rule: z.string() }),
  answer: done,
})

/** One answer that readers see half hidden, whole; the record says who asked. `path` is the field's in the form. */
export const revealAnswer = endpoint({
  method: 'post',
  path: `${base}/reveal`,
  summary: '查看隐去的内容',
  params: id,
  body: z.object({ path: z.string().min(1).max(200) }),
  answer: z.object({ value: z.string() }),
})

/** What changed between two versions handed in; `before` left out compares with the one before. */
export const getChanges = endpoint({
  method: 'get',
  path: `${base}/changes`,
  summary: '与上次上报相比的改动',
  params: id,
  answer: z.object({
    version: z.number(),
    changes: z.array(
      z.object({
        path: z.string(),
        label: z.string(),
        before: z.string(),
        after: z.string(),
        redline: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
  }),
})
