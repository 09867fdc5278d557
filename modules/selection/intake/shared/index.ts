export * from './api.ts'
export { isDoubtful, SURE } from './doubts.ts'
export { mergedAnswers } from './merge.ts'
