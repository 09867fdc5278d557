import { chineseDate, civilDay } from '#kernel/calendar/shared/index.ts'
import { spokenCode } from '#kernel/documents/index.ts'
import { EmptyState, Facts, LinkButton, Paper } from '#platform/ui/site/index.ts'
import { honourStates } from '../../shared/index.ts'
import { SearchForm } from '../../site/result-pages.tsx'
import type { CertificateCheck } from '../certificate/certificate.ts'
import type { SheetCheck, SheetState } from '../sheet/sheet.ts'

const dayOf = (instant: string) => chineseDate(civilDay(instant))

const sheetWords: Record<SheetState, { title: string; text: string }> = {
  current: {
    title: '与现在的内容一致',
    text: '这份表上由推荐单位填写的内容，与系统里现在的内容相同。上级的意见和印章不在核对范围内。',
  },
  older: {
    title: '内容已经改过，这是较早的一份',
    text: '这份表打印以后，推荐单位改过填写的内容。请重新下载、打印，并重新盖章。',
  },
  removed: { title: '这份表已经作废', text: '推荐单位已撤下这份推荐，请不要再使用这份表。' },
}

type CodeFormProps = { action: string; code: string; hint: string; found: boolean }

/** Asks for a code; below an answer, leads to where the next one is asked for. */
const CodeForm = ({ action, code, hint, found }: CodeFormProps) =>
  found ? (
    <LinkButton href={action}>核对另一份</LinkButton>
  ) : (
    <SearchForm action={action} name="code" label="核对码" value={code} hint={hint} />
  )

/** What anybody may learn from the code at the foot of a form: whether it is the current one, never of whom it is. */
export const SheetPage = ({ code, found }: { code: string; found: SheetCheck | undefined }) => (
  <Paper title="核对打印的表">
    {found && (
      <>
        <h2>{sheetWords[found.state].title}</h2>
        <p>{sheetWords[found.state].text}</p>
        <Facts
          facts={[
            { term: '核对码', value: spokenCode(found.code) },
            { term: '表名', value: found.form },
            { term: '活动', value: found.campaign },
            { term: '首次打印', value: dayOf(found.printedAt) },
          ]}
        />
      </>
    )}
    {!found && code !== '' && (
      <EmptyState title={`没有核对码“${code}”`} hint="请照表格页脚逐字核对；字母不分大小写。" />
    )}
    <CodeForm action="/papers" code={code} found={!!found} hint="在表格每页下方，共10位，例如 A1B2C-D3E4F。" />
  </Paper>
)

export const CertificatePage = ({ code, found }: { code: string; found: CertificateCheck | undefined }) => (
  <Paper title="核对荣誉证书">
    {found && (
      <>
        <h2>{`${honourStates[found.state]}：${found.number}`}</h2>
        {found.state === 'revoked' && <p>这项荣誉已经撤销，证书不再有效。</p>}
        {found.state === 'superseded' && <p>这项荣誉已由新的荣誉替代，请以新证书为准。</p>}
        <Facts
          facts={[
            ...(found.name ? [{ term: '姓名或名称', value: found.name }] : []),
            ...(found.unitName ? [{ term: '单位', value: found.unitName }] : []),
            { term: '荣誉', value: `${found.year}年“${found.title.replace(/[“”]/gu, '')}”` },
            { term: '名册', value: found.register },
            { term: '授予日期', value: chineseDate(found.grantedOn) },
          ]}
        />
        {!found.name && found.state !== 'revoked' && <p>名单尚未公布，这里不显示姓名和单位。</p>}
        {found.slug && <LinkButton href={`/selection/${found.slug}/results`}>看整个名单</LinkButton>}
      </>
    )}
    {!found && code !== '' && (
      <EmptyState title={`没有核对码“${code}”`} hint="请照证书左下角逐字核对。没有的，不是本系统制的证书。" />
    )}
    <CodeForm action="/certificates" code={code} found={!!found} hint="在证书左下角，共12位。" />
  </Paper>
)
