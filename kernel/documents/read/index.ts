export { articleFrom } from './form/article.ts'
export { type FormReading, formIn, type ReadCell, readForm, type WordFile } from './form/read-form.ts'
export { paragraphsIn, textIn, type WordBlock, type WordDocument, type WordParagraph } from './model.ts'
export { correctWord, isWord97, maxWordBytes, readWord } from './read-word.ts'
