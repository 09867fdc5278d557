import { Button, Dropdown } from 'antd'
import { Link, useNavigate } from 'react-router'
import { Answered, Sheet, StateTag, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { type LetterKind, type LetterRow, letterKinds, letterStates } from '../../papers/shared/index.ts'
import { papersApi } from '../../shared/index.ts'
import { momentWords } from '../words.ts'

const tones = { draft: 'near', issued: 'done', void: 'bad' } as const

/** Letters of a campaign, and drawing up another from what stands now. */
export const Letters = ({ campaignId: id }: { campaignId: number }) => {
  const letters = useEndpoint(papersApi.listLetters, { params: { id } })
  return (
    <Sheet title="文稿" {...(letters.data?.permissions.write && { extra: <DraftMenu campaignId={id} /> })}>
      <Answered of={letters} rows={3}>
        {data =>
          data.letters.length === 0 ? (
            <p>还没有文稿。起草时自动填入依据、程序和按规定次序排列的名单，可以再改。</p>
          ) : (
            <ul className="paper-list">
              {data.letters.map(letter => (
                <LetterLine key={letter.id} letter={letter} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Sheet>
  )
}

const LetterLine = ({ letter }: { letter: LetterRow }) => (
  <li>
    <span>
      <Link to={`/selection/letters/${letter.id}`}>{letter.title}</Link>
      <small className="package-remark num">
        {letterKinds[letter.kind]}　{letter.number ?? `${letter.editedBy ?? ''}　${momentWords(letter.editedAt)}`}
      </small>
    </span>
    <StateTag tone={tones[letter.state]}>{letterStates[letter.state]}</StateTag>
  </li>
)

const DraftMenu = ({ campaignId: id }: { campaignId: number }) => {
  const navigate = useNavigate()
  const draft = useAction(papersApi.draftLetter, { onDone: made => navigate(`/selection/letters/${made.id}`) })
  const items = (Object.keys(letterKinds) as LetterKind[]).map(kind => ({
    key: kind,
    label: letterKinds[kind],
    onClick: () => void draft.run({ params: { id }, body: { kind } }),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button loading={draft.running}>起草</Button>
    </Dropdown>
  )
}
