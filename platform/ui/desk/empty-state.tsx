import type { ReactNode } from 'react'

type EmptyStateProps = { title: string; hint?: ReactNode; action?: ReactNode }

/** Nothing here: says so, why, and what can be done. */
export const EmptyState = ({ title, hint, action }: EmptyStateProps) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {hint && <p className="empty-hint">{hint}</p>}
    {action}
  </div>
)
