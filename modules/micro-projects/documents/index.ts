export { type CompletionNotice, completionNotice, type Photograph } from './completion-notice.ts'
export { plaqueDocument } from './plaque.ts'
export { acceptanceForm, applicationForm, type PlaqueText, plaqueTexts } from './read.ts'
