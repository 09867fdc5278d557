import { cloneElement, type ReactElement, useId } from 'react'
import './labelled.css'

type Props = {
  label: string
  /** One control that takes an id. */
  children: ReactElement<{ id?: string }>
  /** The anchor that a finding jumps to. */
  path?: string
  className?: string
}

/** A control with its words above it. */
export const Labelled = ({ label, children, path, className = '' }: Props) => {
  const id = useId()
  return (
    <div className={`labelled ${className}`} {...(path && { 'data-path': path })}>
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id })}
    </div>
  )
}
