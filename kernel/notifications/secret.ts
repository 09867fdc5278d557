/** Where a message's secret link stands in its body; all that the outbox ever shows of it. */
export const secretPlace = '（链接）'
