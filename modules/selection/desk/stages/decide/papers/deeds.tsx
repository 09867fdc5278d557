import type { Papers } from '../papers-page.tsx'

/** One page a name: who, from where, and what for. */
export const DeedsPaper = ({ papers }: { papers: Papers }) => (
  <>
    {papers.sections.flatMap(section =>
      section.names.map(name => (
        <article key={name.nominationId} className="print-paper print-document print-deeds">
          <p className="print-draft">{section.name}</p>
          <h2>{name.name}</h2>
          <p className="print-to">
            {[name.unit, name.post].filter(Boolean).join(' ')}（{name.recommender}推荐）
          </p>
          {name.brief === '' && <p className="print-body">没有填写简要事迹。</p>}
          {name.brief.split('\n').map((line, n) => (
            <p key={n} className="print-body">
              {line}
            </p>
          ))}
        </article>
      )),
    )}
  </>
)
