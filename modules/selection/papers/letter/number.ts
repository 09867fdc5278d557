import { sql, type Tx } from '#platform/db/index.ts'

/** 发文字号: 〔〕 around the year, no leading zero, no 第 (GB/T 9704-2012, 7.2.5). */
export const numberText = (organ: string, year: number, seq: number): string => `${organ}〔${year}〕${seq}号`

/**
 * The next number of an organ in a year. Its row stays locked until the transaction ends: who fails gives it back, so
 * that there is never a gap, and nobody gets one twice.
 */
export const takeNumber = async (tx: Tx, organ: string, year: number): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into papers.letter_number (organ, year, last) values (${organ}, ${year}, 1)
    on conflict (organ, year) do update set last = papers.letter_number.last + 1 returning last`.execute(tx)
  return rows[0]!.last
}
