export type ListedName = {
  name: string
  /** Unit and post, as they stand in the list. */
  detail?: string
  href?: string
}

/** Names in the order given, in serif, two columns where there is room; unit and post stand smaller beside them. */
export const NameList = ({ names, ordered = false }: { names: ListedName[]; ordered?: boolean }) => {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List class="names">
      {names.map(({ name, detail, href }) => (
        <li>
          {href ? (
            <a href={href}>
              <Name name={name} />
            </a>
          ) : (
            <Name name={name} />
          )}
          {detail && <small>{detail}</small>}
        </li>
      ))}
    </List>
  )
}

/** A name of two characters is set as wide as one of three, by style alone so that it is copied and read whole. */
const Name = ({ name }: { name: string }) => (
  <span class={/^\p{Script=Han}{2}$/u.test(name) ? 'name name-two' : 'name'}>{name}</span>
)
