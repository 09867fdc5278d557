type QuotaSquaresProps = {
  /** Places filled and accepted or submitted. */
  filled: number
  /** Filled, but sent back for correction. */
  returned?: number
  total: number
}

/** One square per place: filled, returned, open. Says the same in words to a screen reader and on hover. */
export const QuotaSquares = ({ filled, returned = 0, total }: QuotaSquaresProps) => {
  const words = quotaWords({ filled, returned, total })
  if (total > MOST_SQUARES || filled + returned > total)
    return (
      <span className="num" title={words}>
        {filled + returned}/{total}
      </span>
    )
  return (
    <span className="quota" role="img" aria-label={words} title={words}>
      {Array.from({ length: total }, (_, place) => (
        <i key={place} className={kindOf(place, filled, returned)} />
      ))}
    </span>
  )
}

const MOST_SQUARES = 12

const kindOf = (place: number, filled: number, returned: number) => {
  if (place < filled) return 'filled'
  return place < filled + returned ? 'returned' : 'open'
}

/** “名额3个，已报2个，退回修改1个” */
export const quotaWords = ({ filled, returned = 0, total }: QuotaSquaresProps) => {
  const open = total - filled - returned
  return [
    `名额${total}个，已报${filled}个`,
    returned > 0 && `退回修改${returned}个`,
    open > 0 && `空缺${open}个`,
    open < 0 && `超出${-open}个`,
  ]
    .filter(Boolean)
    .join('，')
}
