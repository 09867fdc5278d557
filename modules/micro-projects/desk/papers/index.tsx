import { InputNumber } from 'antd'
import { useId, useState } from 'react'
import { type PaperFormat, paperFormats } from '#kernel/documents/shared/index.ts'
import { Answered, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { microPaperApi } from '../../shared/index.ts'
import './papers.css'

type Paper = { key: microPaperApi.Paper; name: string }
type OfProject = { projectId: number }

/** 打印: the annexes that can be had of a project now, filled in, as Word or PDF. */
export const PaperPanel = ({ projectId }: OfProject) => {
  const papers = useEndpoint(microPaperApi.listPapers, { params: { id: projectId } })
  return (
    <Sheet title="打印和下载" className="micro-paper-sheet">
      <Answered of={papers} rows={2}>
        {({ papers: list, formats, missing }) => (
          <>
            <ul className="micro-papers">
              {list.map(paper => (
                <PaperLine key={paper.key} projectId={projectId} paper={paper} formats={formats} />
              ))}
            </ul>
            {missing && <p className="micro-total">{missing}</p>}
          </>
        )}
      </Answered>
    </Sheet>
  )
}

type LineProps = OfProject & { paper: Paper; formats: PaperFormat[] }

/** Blank sheets are asked for by number: each is another, so one file holds as many as are carried from door to door. */
const PaperLine = ({ projectId, paper: { key, name }, formats }: LineProps) => {
  const [copies, setCopies] = useState(1)
  const several = key === 'sheet'
  return (
    <li>
      <span>
        {name}
        {several && <Copies value={copies} onChange={setCopies} />}
      </span>
      <span>
        {formats.map(format => (
          <a
            key={format}
            href={`/api/micro/projects/${projectId}/papers/${key}/${format}${several ? `?copies=${copies}` : ''}`}
            aria-label={`下载${name}，${paperFormats[format]}`}
          >
            {paperFormats[format]}
          </a>
        ))}
      </span>
    </li>
  )
}

const Copies = ({ value, onChange }: { value: number; onChange: (copies: number) => void }) => {
  const id = useId()
  return (
    <label className="micro-copies" htmlFor={id}>
      <InputNumber
        id={id}
        min={1}
        max={microPaperApi.maxCopies}
        precision={0}
        value={value}
        onChange={copies => onChange(copies ?? 1)}
        inputMode="numeric"
      />
      张，每张编号不同，请不要复印
    </label>
  )
}
