export { canonicalJson, type Json } from './canonical.ts'
export { codeLength, readCode, receiptCode, spacedCode } from './crockford.ts'
