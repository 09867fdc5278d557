export { rareBlock, rareFamily, rareStyles } from './rare.ts'
export { fontFile, fontPath, fontStyles } from './served.ts'
