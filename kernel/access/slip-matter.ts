import type { Db } from '#platform/db/index.ts'
import type { NewSlip } from './slip.ts'

/** What a slip is for, in the words of the module that issued it, and where in the desk it leads. */
export type SlipMatter = { title: string; path: string }

type Describe = (db: Db, subjectId: number) => Promise<SlipMatter | undefined>

const describers = new Map<NewSlip['purpose'], Describe>()

/** Registered by the module that issues slips of this purpose, when it is loaded. */
export const registerSlipMatter = (purpose: NewSlip['purpose'], describe: Describe): void => {
  if (describers.has(purpose)) throw new Error(`The slips for ${purpose} are described twice`)
  describers.set(purpose, describe)
}

/** What a slip opens; where the task itself is gone, only that there is nothing left to do. */
export const slipMatter = async (
  db: Db,
  { purpose, subjectId }: Pick<NewSlip, 'purpose' | 'subjectId'>,
): Promise<SlipMatter> =>
  (await describers.get(purpose)?.(db, subjectId)) ?? { title: '（事项已撤销）', path: '/slip-ended' }
