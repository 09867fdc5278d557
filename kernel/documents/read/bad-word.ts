/** Why a Word file is not read; each has its own sentence (refusals.ts). */
export type WordFault =
  | 'too-large'
  | 'not-word'
  | 'wps'
  | 'sheet'
  | 'rtf'
  | 'html'
  | 'old-xml'
  | 'older'
  | 'encrypted'
  | 'macros'
  | 'objects'
  | 'external'
  | 'entities'
  | 'nested'
  | 'path'
  | 'twice'
  | 'too-many-parts'
  | 'bomb'
  | 'cut'
  | 'unsafe'
  | 'broken'

/** A file that is not read, told from a fault of ours. */
export class BadWord extends Error {
  readonly fault: WordFault

  constructor(fault: WordFault) {
    super(fault)
    this.fault = fault
  }
}
