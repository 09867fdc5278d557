import { ArticleView, FormView } from '#kernel/forms/desk/index.tsx'
import { countArticle } from '#kernel/forms/shared/index.ts'
import { FindingsPanel, focusField, Page, Sheet, Sheets, useAction } from '#platform/ui/desk/index.ts'
import { nominationsApi, type Plan } from '../../shared/index.ts'
import { fileUrl } from '../papers/paper-line.tsx'
import { ReasonBoxes } from '../reasons/reason-boxes.tsx'
import { once } from '../submission/findings.ts'
import { nameOf } from '../words.ts'
import { Changes } from './changes.tsx'
import { anchorOf, articleOf, materialsOf, type Nomination } from './editing.ts'
import { NominationActions, NominationMeta } from './nomination-head.tsx'
import { asksParticulars, Particulars } from './particulars.tsx'
import { useReveal } from './use-reveal.ts'

/** A nominee to read: form, texts, papers, what the checks say, what changed since it was handed in before. */
export const NominationReader = ({ nomination }: { nomination: Nomination }) => {
  const plan = nomination.plan as Plan
  const form = Object.values(plan.forms)[0]!
  const { texts, papers } = materialsOf(plan, nomination.category)
  const confirm = useAction(nominationsApi.confirmReason, { success: '已确认' })
  const reveal = useReveal(nomination.id)
  return (
    <Page
      title={nameOf(nomination)}
      meta={<NominationMeta nomination={nomination} />}
      actions={<NominationActions nomination={nomination} />}
    >
      <Sheets ratio="minmax(0, 1.9fr) minmax(0, 1fr)">
        <div>
          {nomination.versions > 1 && (
            <Sheet title="与上次上报相比的改动">
              <Changes nominationId={nomination.id} />
            </Sheet>
          )}
          <FormView
            form={form}
            answers={nomination.answers}
            unitClass={nomination.unitClass}
            fileUrl={fileUrl}
            {...(nomination.permissions.reveal && { onReveal: reveal })}
          />
          {texts.map(({ key, name }) => {
            const article = articleOf(nomination.articles, key)
            return (
              <Sheet key={key} title={name} extra={<span className="num">{countArticle(article)}字</span>}>
                <div data-path={`articles.${key}`}>
                  <ArticleView article={article} untitled="（未填标题）" />
                </div>
              </Sheet>
            )
          })}
        </div>
        <div>
          <Sheet title="检查结果" className="reader-check">
            <FindingsPanel
              findings={once(nomination.findings.filter(({ settled }) => !settled))}
              onJump={path => focusField(anchorOf(path))}
            />
            <ReasonBoxes
              findings={nomination.findings}
              reasons={nomination.reasons}
              readOnly
              onChange={() => undefined}
              {...(nomination.permissions.confirm && {
                onConfirm: (rule: string) => confirm.run({ params: { id: nomination.id }, body: { rule } }),
              })}
            />
          </Sheet>
          {asksParticulars(plan, nomination.category, papers) && (
            <Sheet title="附件和其他">
              <Particulars
                plan={plan}
                category={nomination.category}
                papers={papers}
                particulars={nomination.particulars}
                readOnly
                onChange={() => undefined}
              />
            </Sheet>
          )}
        </div>
      </Sheets>
    </Page>
  )
}
