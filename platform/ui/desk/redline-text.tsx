export type RedlinePart = { kind: 'same' | 'added' | 'removed'; text: string }

/** What changed since the last submission: added text underlined, removed text struck through, readable without colour. */
export const RedlineText = ({ parts }: { parts: RedlinePart[] }) => (
  <span className="redline">
    {parts.map(({ kind, text }, place) => {
      if (kind === 'same') return <span key={place}>{text}</span>
      const Tag = kind === 'added' ? 'ins' : 'del'
      return <Tag key={place}>{text}</Tag>
    })}
  </span>
)
