import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '#platform/ui/tokens.css'
import '#platform/ui/desk/desk.css'
// Serif headings where the office PC has none of its own; fetched by unicode-range, only what a page shows.
import '@fontsource/noto-serif-sc/700.css'
import './shell.css'
import { Desk } from './desk.tsx'

export const mount = (root: HTMLElement) =>
  createRoot(root).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  )
