import { createContext, type ReactNode, useContext, useEffect } from 'react'

type PageProps = {
  /** The heading, in serif; also the window's title. */
  title: string
  /** A line below it: where it stands, until when, which version. */
  meta?: ReactNode
  /** Buttons at the right; at most one of them primary. */
  actions?: ReactNode
  children: ReactNode
  /** For reading and forms: keeps lines short. */
  narrow?: boolean
}

/** The frame of every screen: one heading, its meta line, its actions. */
export const Page = ({ title, meta, actions, children, narrow }: PageProps) => {
  usePageTitle(title)
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {meta && <div className="page-meta num">{meta}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** What the window's title ends with: the shell sets the office's name. */
export const TitleSuffix = createContext('实事')

/** Sets the window's title while the component is shown. */
export const usePageTitle = (title: string) => {
  const suffix = useContext(TitleSuffix)
  useEffect(() => {
    document.title = title ? `${title} · ${suffix}` : suffix
  }, [title, suffix])
}
