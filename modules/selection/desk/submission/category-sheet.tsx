import { PlusOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '#platform/ui/desk/call.ts'
import { AutosaveStatus, QuotaSquares, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { useDraft } from '#platform/ui/desk/use-draft.ts'
import { nominationsApi, submissionsApi } from '../../shared/index.ts'
import { nameOf } from '../words.ts'
import type { Nominee, Submission } from './findings.ts'
import { NomineeList } from './nominee-list.tsx'

type Category = Submission['categories'][number]

/** One category: places with the reckoning in words, the ranked list, and adding to it. */
export const CategorySheet = ({ submission, category }: { submission: Submission; category: Category }) => {
  const own = submission.nominations.filter(each => each.category === category.key && each.state !== 'removed')
  const { fill } = submission.permissions
  const ids = own.map(({ id }) => id)
  const changed = own.map(({ id, state }) => `${id}${state}`).join()
  return (
    <Sheet title={category.name} extra={<Places category={category} own={own} />}>
      {own.length === 0 && <p className="nobody-yet">{fill ? '还没有推荐对象。' : '没有推荐对象。'}</p>}
      {own.length > 0 && <Ranked key={changed} submission={submission} category={category.key} own={own} ids={ids} />}
      {fill && <AddNominee submissionId={submission.id} category={category} full={isFull(category, own.length)} />}
    </Sheet>
  )
}

const isFull = ({ max }: Category, count: number) => max !== null && count >= max

const Places = ({ category: { max, basis }, own }: { category: Category; own: Nominee[] }) => {
  const returned = own.filter(({ state }) => state === 'returned').length
  return (
    <span className="num">
      {max === null ? (
        `已推荐${own.length}个`
      ) : (
        <QuotaSquares filled={own.length - returned} returned={returned} total={max} />
      )}
      <small className="basis">　{basis}</small>
    </span>
  )
}

type RankedProps = { submission: Submission; category: string; own: Nominee[]; ids: number[] }

/** The list in its order; a move is saved by itself. */
const Ranked = ({ submission, category, own, ids }: RankedProps) => {
  const params = { id: submission.id }
  const ranking = useDraft({
    value: ids,
    revision: 0,
    save: async order => {
      await call(submissionsApi.rankNominations, { params, body: { category, ids: order } })
      return 0
    },
  })
  const remove = useRemoval()
  const ordered = ranking.value.flatMap(id => own.find(nominee => nominee.id === id) ?? [])
  const movable = submission.permissions.fill && ordered.length > 1
  return (
    <>
      <NomineeList
        nominees={ordered}
        unitName={submission.unitName}
        {...(movable && { onOrder: ranking.change })}
        {...(submission.permissions.fill && { onRemove: remove })}
      />
      {movable && (
        <p className="ranking-help">
          <span className="wide-only">拖动，或选中后按 Alt+↑、Alt+↓ 调整次序。</span>
          {ranking.state.kind !== 'saved' || ranking.state.at ? <AutosaveStatus state={ranking.state} /> : null}
        </p>
      )}
    </>
  )
}

/** Taking off needs no question, since it can be undone at once. */
const useRemoval = () => {
  const { notification } = App.useApp()
  const act = useAction(nominationsApi.removeNomination)
  return async (nominee: Nominee) => {
    const done = await act.run({ params: { id: nominee.id }, body: { back: false } })
    if (!done) return
    const key = `removed-${nominee.id}`
    notification.info({
      key,
      title: `已撤下“${nameOf(nominee)}”`,
      description: '填报期间可以恢复，已填内容都在。',
      actions: (
        <Button
          type="primary"
          size="small"
          onClick={async () => {
            await act.run({ params: { id: nominee.id }, body: { back: true } })
            notification.destroy(key)
          }}
        >
          撤销
        </Button>
      ),
    })
  }
}

type AddProps = { submissionId: number; category: Category; full: boolean }

const AddNominee = ({ submissionId, category, full }: AddProps) => {
  const navigate = useNavigate()
  const add = useAction(nominationsApi.addNomination, { onDone: ({ id }) => navigate(`/selection/nominations/${id}`) })
  return (
    <Button
      icon={<PlusOutlined />}
      disabled={full}
      loading={add.running}
      title={full ? '名额已满' : ''}
      onClick={() => add.run({ params: { id: submissionId }, body: { category: category.key } })}
    >
      {full ? '名额已满' : '新增推荐对象'}
    </Button>
  )
}
