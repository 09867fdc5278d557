export { type SampleUnit, sampleNominee } from './nominee.ts'
export { type Random, randomFrom } from './random.ts'
export { sampleReport } from './report.ts'
