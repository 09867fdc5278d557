/** The count that a share “不少于” comes to: rounded up, never down (D-10). */
export function shareOf(total: number, share: number): number {
  return Math.max(0, Math.ceil((share * total) / 100 - 1e-9))
}
