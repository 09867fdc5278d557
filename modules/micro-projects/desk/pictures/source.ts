import { readFile } from '#kernel/files/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'

/** Where a picture of a project is read, in the size asked for. */
export const pictureSource = (fileKey: string, size: '320' | '1280') =>
  addressOf(readFile.path, { key: fileKey }, { size })
