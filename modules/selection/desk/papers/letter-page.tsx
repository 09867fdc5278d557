import { App, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { call } from '#platform/ui/desk/call.ts'
import {
  Answered,
  AutosaveStatus,
  ConfirmAction,
  Page,
  Sheet,
  useAction,
  useEndpoint,
} from '#platform/ui/desk/index.ts'
import { useDraft } from '#platform/ui/desk/use-draft.ts'
import { letterKinds, letterStates } from '../../papers/shared/index.ts'
import { papersApi } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'
import { BodyEditor } from './body-editor.tsx'
import { PaperMenu } from './paper-menu.tsx'
import './papers.css'

export type Letter = AnswerOf<typeof papersApi.getLetter>

/** One letter: changed here until it has its number, saved as it is typed. */
const LetterPage = () => {
  const id = Number(useParams().id)
  const letter = useEndpoint(papersApi.getLetter, { params: { id } })
  return <Answered of={letter}>{data => <Editor key={`${data.id}${data.state}`} letter={data} />}</Answered>
}

const Editor = ({ letter }: { letter: Letter }) => {
  const params = { id: letter.id }
  const readOnly = letter.state !== 'draft' || !letter.permissions.write
  const draft = useDraft({
    value: { title: letter.title, content: letter.content },
    revision: letter.revision,
    save: async (value, revision) =>
      (await call(papersApi.saveLetter, { params, body: { revision, ...value } })).revision,
  })
  const { title, content } = draft.value
  const set = (change: Partial<typeof content>) => draft.change({ title, content: { ...content, ...change } })
  const line = (label: string, value: string, onChange: (value: string) => void) => (
    <Labelled label={label}>
      <Input value={value} disabled={readOnly} onChange={({ target }) => onChange(target.value)} />
    </Labelled>
  )
  return (
    <Page
      title={`${letterKinds[letter.kind]}：${letter.number ?? letterStates[letter.state]}`}
      meta={<Link to={`/selection/campaigns/${letter.campaignId}/papers`}>{letter.campaignTitle} · 文书</Link>}
      actions={<Actions letter={letter} />}
    >
      <Sheet title="文稿" {...(!readOnly && { extra: <AutosaveStatus state={draft.state} /> })}>
        <div className="letter-fields">
          {line('标题', title, value => draft.change({ title: value, content }))}
          {line('主送机关', content.addressee, addressee => set({ addressee }))}
          <BodyEditor body={content.body} readOnly={readOnly} onChange={body => set({ body })} />
          {line('落款单位（多个用顿号分开）', content.offices.join('、'), value => set({ offices: value.split('、') }))}
          {letter.kind !== 'publicity' && line('抄送', content.copyTo, copyTo => set({ copyTo }))}
        </div>
        {content.annex && <Annex annex={content.annex} />}
      </Sheet>
    </Page>
  )
}

const Annex = ({ annex }: { annex: NonNullable<Letter['content']['annex']> }) => (
  <details>
    <summary>附件：{annex.name}</summary>
    {annex.lists.map(({ heading, lines }) => (
      <p key={heading}>
        <b>
          {heading}（{lines.length}个）
        </b>
        　{lines.join('、')}
      </p>
    ))}
  </details>
)

const Actions = ({ letter }: { letter: Letter }) => {
  const id = letter.id
  const navigate = useNavigate()
  const away = useAction(papersApi.voidLetter, {
    success: '已作废',
    onDone: () => navigate(`/selection/campaigns/${letter.campaignId}/papers`),
  })
  const address = (format: string) => addressOf(papersApi.downloadLetter.path, { id, format })
  const mayVoid = letter.state === 'draft' ? letter.permissions.write : letter.permissions.issue
  return (
    <>
      <PaperMenu label="下载" papers={[{ key: 'letter', name: '按公文格式（GB/T 9704）', address }]} />
      {letter.state !== 'void' && mayVoid && (
        <ConfirmAction
          label={letter.state === 'draft' ? '删除草稿' : '作废'}
          title={letter.state === 'draft' ? '删除这份草稿' : `作废${letter.number}`}
          danger
          reason={{ label: '原因', required: true }}
          onConfirm={reason => away.run({ params: { id }, body: { reason } })}
        >
          {letter.state === 'issued' && <p>字号保留，不再给别的文稿用。</p>}
        </ConfirmAction>
      )}
      {letter.state === 'draft' && letter.permissions.issue && <GiveNumber letter={letter} />}
    </>
  )
}

/** 编号: the organ's code and the date; the number is the next of that organ in that year. */
const GiveNumber = ({ letter }: { letter: Letter }) => {
  const [organ, setOrgan] = useState(letter.organs[0] ?? '')
  const [issuedOn, setIssuedOn] = useState(letter.today)
  const { message } = App.useApp()
  const issue = useAction(papersApi.issueLetter, { onDone: ({ number }) => void message.success(`已编号：${number}`) })
  return (
    <ConfirmAction
      label="编发文字号"
      title="编发文字号"
      button={{ type: 'primary' }}
      onConfirm={() => issue.run({ params: { id: letter.id }, body: { organ, issuedOn } })}
    >
      <p>编号后文稿不再改动；同一代字当年号码连续，不跳号、不重号。</p>
      <Labelled label="机关代字">
        <Input value={organ} maxLength={20} onChange={({ target }) => setOrgan(target.value)} />
      </Labelled>
      <Labelled label="成文日期">
        <Input type="date" value={issuedOn} onChange={({ target }) => setIssuedOn(target.value)} />
      </Labelled>
    </ConfirmAction>
  )
}

export default LetterPage
