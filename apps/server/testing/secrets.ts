import type { Asker } from './places.ts'

/**
 * Words that stand in the rows asked about, with those who may ever find them in an answer, and those who get them by
 * asking on purpose, on record.
 */
export type Secret = {
  what: string
  words: string
  mayRead: (asker: Asker) => boolean
  mayTake?: (asker: Asker) => boolean
}

const at =
  (place: Asker['place'], ...roles: string[]) =>
  (asker: Asker) =>
    asker.place === place && roles.includes(asker.role)

export const draftName = '钱未报'
export const objectionWords = '来信原话不得外传'
export const objectorName = '孙反映'
export const vetReason = '经查有待核实的情况'
/** What the nominees' forms hold of their persons. */
export const personal = { idNumber: '410811198001010010', phone: '13712340987', homeAddress: '示例路十八号三单元' }

/** Of a household that signed for a project. */
export const householdPhone = '13712349876'
/** Of somebody who was on a village's list of members. */
export const memberPhone = '13712349875'

/** Asked for on purpose and put on record: one hidden answer, a whole form, a package of them. */
export const onRecord = new Set([
  'post /api/selection/nominations/{id}/reveal (handed in)',
  'get /api/selection/nominations/{id}/papers/{paper}/{format} (handed in)',
  'get /api/selection/packages/{id}/file',
])

const typesIt = at('own', 'recommender', 'principal')
/** Who fills in, receives or checks the form; a leader, who only follows the work, does not. */
const handlesIt = (asker: Asker) =>
  typesIt(asker) ||
  (['province', 'city'].includes(asker.place) &&
    ['organiser', 'checker', 'issuer', 'recommender', 'principal'].includes(asker.role))
const checksThem = ({ place, role }: Asker) => ['province', 'city', 'own'].includes(place) && role === 'party-office'
const ofAPerson = (what: string, words: string): Secret => ({ what, words, mayRead: typesIt, mayTake: handlesIt })

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
  {
    what: 'a household’s telephone',
    words: householdPhone,
    mayRead: asker => at('own', 'village-staff')(asker) || checksThem(asker),
  },
  { what: 'a member’s telephone', words: memberPhone, mayRead: at('own', 'village-staff') },
  ofAPerson('a whole ID number', personal.idNumber),
  ofAPerson('a nominee’s telephone', personal.phone),
  ofAPerson('a home address', personal.homeAddress),
]
