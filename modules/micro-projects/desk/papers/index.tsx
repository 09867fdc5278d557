import { paperFormats } from '#kernel/documents/shared/index.ts'
import { Answered, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { microPaperApi } from '../../shared/index.ts'
import './papers.css'

/** 打印: the annexes that can be had of a project now, filled in, as Word or PDF. */
export const PaperPanel = ({ projectId }: { projectId: number }) => {
  const papers = useEndpoint(microPaperApi.listPapers, { params: { id: projectId } })
  return (
    <Sheet title="打印和下载">
      <Answered of={papers} rows={2}>
        {({ papers: list, formats, missing }) => (
          <>
            <ul className="micro-papers">
              {list.map(({ key, name }) => (
                <li key={key}>
                  <span>{name}</span>
                  <span>
                    {formats.map(format => (
                      <a
                        key={format}
                        href={`/api/micro/projects/${projectId}/papers/${key}/${format}`}
                        aria-label={`下载${name}，${paperFormats[format]}`}
                      >
                        {paperFormats[format]}
                      </a>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
            {missing && <p className="micro-total">{missing}</p>}
          </>
        )}
      </Answered>
    </Sheet>
  )
}
