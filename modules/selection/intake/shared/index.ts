export * from './api.ts'
export { mergedAnswers } from './merge.ts'
