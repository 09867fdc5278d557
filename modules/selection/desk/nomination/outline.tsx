/** The page's parts; each link jumps to one. */
export const Outline = ({ parts }: { parts: { id: string; title: string; problems: number }[] }) => (
  <nav className="outline" aria-label="本页目录">
    <ol>
      {parts.map(({ id, title, problems }) => (
        <li key={id}>
          <button type="button" onClick={() => jumpTo(id)}>
            {title}
            {problems > 0 && (
              <b className="num" title={`${problems}处须改`}>
                {problems}
              </b>
            )}
          </button>
        </li>
      ))}
    </ol>
  </nav>
)

/** A section of the form carries its title as its name; other parts carry an id. */
const jumpTo = (id: string) => {
  const place = document.getElementById(id) ?? document.querySelector(`section[aria-label="${CSS.escape(id)}"]`)
  place?.scrollIntoView({ block: 'start' })
}
