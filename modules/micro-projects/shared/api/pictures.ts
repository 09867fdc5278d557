import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { partKeys, privacyKeys } from '../pictures.ts'
import { finding } from './projects.ts'

const base = '/api/micro/projects/{id}/pictures'
const params = z.object({ id: z.coerce.number().int() })
const one = params.extend({ pictureId: z.coerce.number().int() })
const part = z.enum(partKeys)
const privacy = z.enum(privacyKeys, '请选择照片里有没有人脸、门牌号')
const done = z.object({ ok: z.literal(true) })

const picture = z.object({
  id: z.number(),
  part,
  /** Read at /api/files/{key}. */
  fileKey: z.string(),
  width: z.number(),
  height: z.number(),
  takenAt: z.string().nullable(),
  /** The file said where it was taken. */
  placed: z.boolean(),
  privacy: privacy.nullable(),
  addedBy: z.string(),
  at: z.string(),
  /** Like another project's, and found by the office to be no reuse: 已核对. */
  cleared: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** It is like another project's, and this person may say that it is no reuse. */
  clearable: z.boolean(),
})
export type Picture = z.output<typeof picture>

export const listPictures = endpoint({
  method: 'get',
  path: base,
  summary: '项目照片和核查结果',
  params,
  answer: z.object({
    pictures: z.array(picture),
    findings: z.array(finding),
    permissions: z.object({
      /** Parts to which this person may add now. */
      attach: z.array(part),
      answer: z.boolean(),
    }),
  }),
})
export type PictureList = z.output<(typeof listPictures)['answer']>

/**
 * Takes an uploaded picture into a project. What the file itself says of time and place counts before what a telephone
 * says that had to reduce it. The same picture sent again is the same picture.
 */
export const attachPicture = endpoint({
  method: 'post',
  path: base,
  summary: '添加项目照片',
  params,
  body: z.object({
    part,
    fileKey: z.string().min(1, '请选择照片').max(64),
    takenAt: z.iso.datetime({ offset: true }).nullish(),
    latitude: z.number().min(-90).max(90).nullish(),
    longitude: z.number().min(-180).max(180).nullish(),
    privacy: privacy.nullish(),
  }),
  answer: z.object({ id: z.number(), findings: z.array(finding) }),
})
export type AttachInput = z.output<NonNullable<(typeof attachPicture)['body']>>

export const removePicture = endpoint({
  method: 'delete',
  path: `${base}/{pictureId}`,
  summary: '移除项目照片',
  params: one,
  answer: done,
})

export const answerPrivacy = endpoint({
  method: 'put',
  path: `${base}/{pictureId}/privacy`,
  summary: '照片能否公开',
  params: one,
  body: z.object({ privacy }),
  answer: done,
})

/** The checker has looked at both pictures: no reuse, with the reason. */
export const clearPicture = endpoint({
  method: 'post',
  path: `${base}/{pictureId}/clear`,
  summary: '核对相似照片',
  params: one,
  body: z.object({ reason: z.string().trim().min(1, '请写明理由').max(200, '理由不超过200字') }),
  answer: done,
})

/** A part of a picture, as shares (0–1) of its width and height. */
const area = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().positive().max(1),
  height: z.number().positive().max(1),
})
export type Area = z.output<typeof area>

/** Puts coarse squares in place of faces and house numbers; the picture as it came is not shown again. */
export const blurPicture = endpoint({
  method: 'post',
  path: `${base}/{pictureId}/blur`,
  summary: '给照片打码',
  params: one,
  body: z.object({ areas: z.array(area).min(1, '请在照片上框出要打码的地方').max(30, '最多框30处') }),
  answer: done,
})
