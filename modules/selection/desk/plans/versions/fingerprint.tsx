/** The hash by which a version is frozen, in groups that can be compared by eye. */
export const Fingerprint = ({ hash, short }: { hash: string; short?: boolean }) => (
  <span className="fingerprint" title={hash}>
    内容指纹 <code>{short ? `${hash.slice(0, 12)}…` : hash.match(/.{8}/g)!.join(' ')}</code>
  </span>
)
