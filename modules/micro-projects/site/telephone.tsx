/** 监督电话, which a telephone dials when it is touched. */
export const Telephone = ({ number }: { number: string }) => (
  <>
    {' · 监督电话：'}
    <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
  </>
)
