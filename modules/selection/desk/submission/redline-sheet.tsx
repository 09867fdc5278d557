import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/desk/index.ts'
import { Changes } from '../nomination/changes.tsx'
import { nameOf } from '../words.ts'
import type { Submission } from './findings.ts'

/** 与上次上报相比: what changed in each nominee since it was handed in before, asked for one by one. */
export const RedlineSheet = ({ submission }: { submission: Submission }) => {
  const [open, setOpen] = useState<number[]>([])
  const returned = submission.notes.length > 0
  if (!returned || submission.nominations.length === 0) return null
  return (
    <Sheet title="与上次上报相比的改动">
      {submission.nominations.map(nominee => (
        <section key={nominee.id} className="redline-of">
          <h3>
            {nameOf(nominee)}
            {!open.includes(nominee.id) && (
              <Button type="link" size="small" onClick={() => setOpen([...open, nominee.id])}>
                看改动
              </Button>
            )}
          </h3>
          {open.includes(nominee.id) && <Changes nominationId={nominee.id} />}
        </section>
      ))}
    </Sheet>
  )
}
