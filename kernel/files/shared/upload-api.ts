import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { fileSchema, uploadsPath as uploads } from './api.ts'

const params = z.object({ key: z.string().max(64) })

/**
 * Uploads that go on where they were cut off: tus 1.0.0 (tus.io/protocols/resumable-upload), its core with the extensions
 * creation, expiration and termination. Lengths and offsets travel in its headers, so that any client of it will do;
 * what tus leaves open, how the sender learns what became of the file, is `finishUpload`.
 */

/** Headers `Upload-Length` and `Upload-Metadata: filename <base64>`; the answer's `Location` is the upload's address. */
export const beginUpload = endpoint({
  method: 'post',
  path: uploads,
  summary: '开始分段上传（tus 1.0.0）',
  answer: z.any(),
})

/** How far it is; a HEAD tells the same in `Upload-Offset`. */
export const uploadProgress = endpoint({
  method: 'get',
  path: `${uploads}/{key}`,
  summary: '分段上传到了第几字节',
  params,
  answer: z.any(),
})

/** Header `Upload-Offset`; the body is what follows from there, as much of it as gets through. */
export const continueUpload = endpoint({
  method: 'patch',
  path: `${uploads}/{key}`,
  summary: '从断点继续上传',
  params,
  answer: z.any(),
})

/** Termination: what arrived is removed at once, and the file that became of it, if nothing has claimed it. */
export const dropUpload = endpoint({
  method: 'delete',
  path: `${uploads}/{key}`,
  summary: '取消分段上传',
  params,
  answer: z.any(),
})

/** Makes a file of an upload that is complete; asked again, as after a lost reply, it is the same file. */
export const finishUpload = endpoint({
  method: 'post',
  path: `${uploads}/{key}/file`,
  summary: '完成分段上传，核对校验值后存为文件',
  params,
  body: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, '校验值不正确') }),
  answer: fileSchema,
})
