import { yuan } from '../shared/index.ts'

/** How Excel shows yuan: with two decimals. */
export const YUAN = '0.00'

/** Yuan as a number with two decimals at most: a sheet adds it up, and 2^53 fen are far away. */
export const inYuan = (fen: number) => Number(yuan(fen))
