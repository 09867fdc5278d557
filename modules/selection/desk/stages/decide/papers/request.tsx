import type { Papers } from '../papers-page.tsx'

/** 请示 as a draft for the office's own template: title, addressee, body, who and when. */
export const RequestPaper = ({ papers: { request } }: { papers: Papers }) => (
  <article className="print-paper print-document">
    <p className="print-draft">代拟稿</p>
    <h2>{request.title}</h2>
    <p className="print-to">{request.to}：</p>
    {request.paragraphs.map(paragraph => (
      <p key={paragraph} className="print-body">
        {paragraph}
      </p>
    ))}
    <p className="print-sign">
      {request.from}
      <br />
      {request.date}
    </p>
  </article>
)
