import type { Papers } from '../papers-page.tsx'

/** The list in large type on A3: to be read from across a table and written on. */
export const ListPaper = ({ papers }: { papers: Papers }) => (
  <article className="print-paper print-list">
    <h2>{papers.request.title.replace(/^关于审定/, '').replace(/的请示$/, '')}（审定稿）</h2>
    <p>{papers.orderWords}得分仅供参考；标“并列”的得分相同，由会议确定先后。</p>
    {papers.sections.map(section => (
      <section key={section.name}>
        <h3>
          {section.name}（{section.names.length}个{section.awards !== null && `，表彰数额${section.awards}个`}）
        </h3>
        <table>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">姓名或名称</th>
              <th scope="col">单位和职务</th>
              <th scope="col">推荐单位</th>
              {papers.hasScores && <th scope="col">得分</th>}
              {papers.hasVotes && <th scope="col">票数</th>}
              <th scope="col">征求意见</th>
              <th scope="col">异议</th>
              <th scope="col">审定意见</th>
            </tr>
          </thead>
          <tbody>
            {section.names.map(name => (
              <tr key={name.nominationId}>
                <td>{name.no}</td>
                <th scope="row">{name.name}</th>
                <td>{[name.unit, name.post].filter(Boolean).join(' ')}</td>
                <td>{name.recommender}</td>
                {papers.hasScores && (
                  <td>
                    {name.score || '—'}
                    {name.tied && '（并列）'}
                  </td>
                )}
                {papers.hasVotes && <td>{name.votes ?? '—'}</td>}
                <td>{name.vetting || '—'}</td>
                <td>{name.objections}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    ))}
  </article>
)
