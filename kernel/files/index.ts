import './sweep.ts'
import './upload/sweep.ts'

export {
  type FileRow,
  findFile,
  findFiles,
  findFilesByKey,
  findPicture,
  keepFiles,
  presentFile,
  publishFiles,
  readContent,
  readTakenOf,
  shownHash,
  storeFile,
  type Uploader,
} from './file.ts'
export { grantReading } from './permissions.ts'
export { type Received, receive } from './receive.ts'
export { fileRoutes } from './routes.ts'
export { serveFile } from './serve.ts'
export { type FileStore, fileStore, localStore, useFileStore } from './store.ts'
