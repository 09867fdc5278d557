export { maxScanPages, readScan } from './read-scan.ts'
export type { ScannedPage } from './worker.ts'
