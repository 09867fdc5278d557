import type { Asker } from './places.ts'

/** Words that stand in the rows asked about, with those who may ever find them in an answer. */
export type Secret = { what: string; words: string; mayRead: (asker: Asker) => boolean }

const at =
  (place: Asker['place'], ...roles: string[]) =>
  (asker: Asker) =>
    asker.place === place && roles.includes(asker.role)

export const draftName = '钱未报'
export const objectionWords = '来信原话不得外传'
export const objectorName = '孙反映'
export const vetReason = '经查有待核实的情况'
export const idNumber = '410811198001010010'

export const secrets: Secret[] = [
  {
    what: 'the name on a draft',
    words: draftName,
    mayRead: at('own', 'recommender', 'principal', 'objection-officer'),
  },
  { what: 'the words of an objection', words: objectionWords, mayRead: at('city', 'objection-officer') },
  { what: 'who objected', words: objectorName, mayRead: at('city', 'objection-officer') },
  {
    what: 'why a department objected',
    words: vetReason,
    mayRead: asker => at('own', 'objection-officer')(asker) || at('slip', 'vetter')(asker),
  },
  { what: 'a whole ID number', words: idNumber, mayRead: at('own', 'recommender', 'principal') },
]
