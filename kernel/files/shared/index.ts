export {
  fileSchema,
  type PictureFacts,
  pictureFactsSchema,
  readFile,
  readPublicFile,
  type StoredFile,
  uploadFile,
  uploadsPath,
} from './api.ts'
export { acceptedFiles, acceptedPictures, maxFileBytes, maxPixels } from './limits.ts'
export { safeName } from './name.ts'
export { readTaken, type Taken, unknownTaken } from './taken.ts'
export { beginUpload, continueUpload, dropUpload, finishUpload, uploadProgress } from './upload-api.ts'
