import { uploadFile } from '#kernel/files/shared/index.ts'
import type { StoredUpload } from '#kernel/forms/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { newKey } from '#platform/ui/desk/index.ts'
import { sendFile } from '#platform/ui/desk/send-file.ts'

/** Sends a file that is put into a form, idempotent by a key of its own. */
export const upload = async (file: File): Promise<StoredUpload> =>
  (await sendFile(addressOf(uploadFile.path, {}, { name: file.name }), file, { key: newKey() })) as StoredUpload
