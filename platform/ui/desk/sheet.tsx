import type { ReactNode } from 'react'

type SheetProps = {
  title?: ReactNode
  /** At the right of the title. */
  extra?: ReactNode
  children: ReactNode
  className?: string
  id?: string
}

/** A sheet of paper on the desk: one subject with its title. */
export const Sheet = ({ title, extra, children, className, id }: SheetProps) => (
  <section className={className ? `sheet ${className}` : 'sheet'} {...(id && { id })}>
    {(title || extra) && (
      <div className="sheet-head">
        {title && <h2>{title}</h2>}
        {extra && <div className="sheet-extra">{extra}</div>}
      </div>
    )}
    {children}
  </section>
)

/** Sheets side by side on a wide screen, one below the other on a narrow one. */
export const Sheets = ({ children, ratio = '1.55fr 1fr' }: { children: ReactNode; ratio?: string }) => (
  <div className="sheets" style={{ '--ratio': ratio } as React.CSSProperties}>
    {children}
  </div>
)
