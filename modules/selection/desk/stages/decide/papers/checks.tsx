import type { Papers } from '../papers-page.tsx'

/** How far vetting, publicity and objections are: counts and results, never a reason or who objected. */
export const ChecksPaper = ({ papers }: { papers: Papers }) => (
  <article className="print-paper print-checks">
    <h2>征求意见、公示和异议情况</h2>
    <h3>一、征求意见</h3>
    {papers.departments.length === 0 ? (
      <p>本次推选没有征求意见的记录。</p>
    ) : (
      <Rows
        head={['部门', '征求人次', '已回复', '有异议']}
        rows={papers.departments.map(({ name, asked, answered, objected }) => [name, asked, answered, objected])}
      />
    )}
    <h3>二、公示</h3>
    {papers.notices.length === 0 ? (
      <p>主办单位没有公示的记录；推荐单位的公示见各单位报送材料。</p>
    ) : (
      <Rows
        head={['公示', '公示期', '状态', '异议', '未办结']}
        rows={papers.notices.map(({ title, days, status, objections, open }) => [
          title,
          days,
          status,
          objections,
          open,
        ])}
      />
    )}
    <h3>三、有异议的对象</h3>
    <Objected papers={papers} />
    {papers.warnings.length > 0 && <h3>四、需要说明的情况</h3>}
    {papers.warnings.map(warning => (
      <p key={warning}>{warning}</p>
    ))}
    {papers.ties.map(({ categoryName, score, names }) => (
      <p key={`${categoryName}${score}`}>
        {categoryName}：{names.join('、')}得分同为{score}，先后请会议确定。
      </p>
    ))}
  </article>
)

const Objected = ({ papers }: { papers: Papers }) => {
  const names = papers.sections.flatMap(section => section.names.filter(({ objections }) => objections !== '无'))
  if (names.length === 0) return <p>名单中的对象没有收到异议。</p>
  return <Rows head={['姓名或名称', '异议']} rows={names.map(({ name, objections }) => [name, objections])} />
}

const Rows = ({ head, rows }: { head: string[]; rows: (string | number)[][] }) => (
  <table>
    <thead>
      <tr>
        {head.map(title => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first, ...rest]) => (
        <tr key={String(first)}>
          <th scope="row">{first}</th>
          {rest.map((cell, n) => (
            <td key={n}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
