export { type SafeFileName, safeFileName } from './file-name.ts'
export { type NormalisedName, normaliseName } from './normalise.ts'
