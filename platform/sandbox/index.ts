export { type Archive, BadArchive, openArchive, type ZipLimits } from './archive.ts'
export { limitedWorker } from './worker.ts'
