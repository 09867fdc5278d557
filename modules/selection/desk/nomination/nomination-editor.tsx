import { Alert } from 'antd'
import { useCallback, useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { ArticleEditor, FormEditor } from '#kernel/forms/desk/index.tsx'
import type { Answers } from '#kernel/forms/shared/index.ts'
import { focusField, Page, Sheet } from '#platform/ui/desk/index.ts'
import type { Plan } from '../../shared/index.ts'
import { fileUrl } from '../papers/paper-line.tsx'
import { momentWords, nameOf } from '../words.ts'
import { CheckPanel } from './check-panel.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import {
  anchorOf,
  articleFindings,
  articleOf,
  type Content,
  contentOf,
  fieldFindings,
  materialsOf,
  type Nomination,
} from './editing.ts'
import { ItemNotes } from './item-notes.tsx'
import { NominationActions, NominationMeta } from './nomination-head.tsx'
import { Outline } from './outline.tsx'
import { asksParticulars, Particulars } from './particulars.tsx'
import { PrintView } from './print-view.tsx'
import { upload } from './upload.ts'
import { useFindingsNow } from './use-findings-now.ts'
import { useNominationDraft } from './use-nomination-draft.ts'

/** The editor of one nominee: one page, checked as it is typed, saved by itself. */
export const NominationEditor = ({ nomination }: { nomination: Nomination }) => {
  const plan = nomination.plan as Plan
  const form = Object.values(plan.forms)[0]!
  const { draft, told } = useNominationDraft(nomination)
  const findings = useFindingsNow(nomination, draft, told)
  const { texts, papers } = useMemo(() => materialsOf(plan, nomination.category), [plan, nomination.category])
  const latest = draft.value
  const set = (change: Partial<Content>) => draft.change({ ...latest, ...change })
  useSaveShortcut(draft.saveNow)
  useOthersChanges(nomination, draft.adopt)
  useJumpFromAddress()
  const beside = asksParticulars(plan, nomination.category, papers)
  const blocksAt = (paths: (path: string) => boolean) =>
    findings.filter(({ severity, settled, path }) => severity === 'block' && !settled && path && paths(path)).length
  return (
    <Page
      title={nameOf({ id: nomination.id, name: told.name })}
      meta={<NominationMeta nomination={nomination} />}
      actions={<NominationActions nomination={nomination} beforeLeaving={draft.saveNow} />}
    >
      {draft.restored && draft.state.kind !== 'saved' && (
        <Alert type="info" showIcon closable title="已恢复上次没有保存成功的内容，正在保存。" />
      )}
      <OthersHere nomination={nomination} revision={draft.revision} />
      <ItemNotes nomination={nomination} form={form} plan={plan} />
      <div className="editor">
        <Outline
          parts={[
            ...form.sections.map(({ title, fields }) => ({
              id: title,
              title,
              problems: blocksAt(path =>
                fields.some(({ key }) => path === `answers.${key}` || path.startsWith(`answers.${key}.`)),
              ),
            })),
            ...texts.map(({ key, name }) => ({
              id: `text-${key}`,
              title: name,
              problems: blocksAt(path => path.startsWith(`articles.${key}`)),
            })),
            ...(beside
              ? [{ id: 'beside', title: '附件和其他', problems: blocksAt(path => path.startsWith('materials.')) }]
              : []),
          ]}
        />
        <div className="editor-body">
          <FormEditor
            form={form}
            answers={latest.answers}
            findings={fieldFindings(findings)}
            onChange={(answers: Answers) => set({ answers })}
            unitClass={nomination.unitClass}
            upload={upload}
            fileUrl={fileUrl}
          />
          {texts.map(({ key, name, text, note }) => (
            <Sheet key={key} id={`text-${key}`} title={name}>
              {note && <p className="field-hint">{note}</p>}
              <ArticleEditor
                article={articleOf(latest.articles, key)}
                findings={articleFindings(findings, key)}
                limit={{ ...(text?.max && { max: text.max }), ...(text?.about && { about: text.about }) }}
                path={`articles.${key}`}
                onChange={article => set({ articles: { ...latest.articles, [key]: article } })}
              />
            </Sheet>
          ))}
          {beside && (
            <Sheet id="beside" title="附件和其他">
              <Particulars
                plan={plan}
                category={nomination.category}
                papers={papers}
                particulars={latest.particulars}
                readOnly={false}
                onChange={particulars => set({ particulars })}
              />
            </Sheet>
          )}
        </div>
        <CheckPanel
          state={draft.state}
          findings={findings}
          reasons={latest.reasons}
          onReasons={reasons => set({ reasons })}
          onJump={path => focusField(anchorOf(path))}
        />
      </div>
      <PrintView form={form} content={latest} texts={texts} unitClass={nomination.unitClass} />
      {draft.conflict && <ConflictDialog conflict={draft.conflict} form={form} plan={plan} onResolve={draft.resolve} />}
    </Page>
  )
}

/** Ctrl+S saves now instead of the page. */
const useSaveShortcut = (save: () => Promise<unknown>) => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void save()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [save])
}

/** What somebody else has saved is taken over as long as nothing here is unsaved. */
const useOthersChanges = (nomination: Nomination, adopt: (content: Content, revision: number) => void) => {
  const content = useMemo(() => contentOf(nomination), [nomination])
  useEffect(() => adopt(content, nomination.revision), [adopt, content, nomination.revision])
}

/** A finding or a return note elsewhere leads here with the field in the address. */
const useJumpFromAddress = () => {
  const [search] = useSearchParams()
  const at = search.get('at')
  const jump = useCallback(() => at && focusField(anchorOf(at)), [at])
  useEffect(() => {
    const timer = setTimeout(jump, 200)
    return () => clearTimeout(timer)
  }, [jump])
}

/** Two people on one form see each other: who saved last, when it was not this page. */
const OthersHere = ({ nomination, revision }: { nomination: Nomination; revision: number }) =>
  nomination.revision > revision && nomination.editedBy ? (
    <Alert
      type="warning"
      showIcon
      title={`${nomination.editedBy}在${momentWords(nomination.editedAt)}也保存了这份表。您保存时会并排列出两边不同的地方，由您选择。`}
    />
  ) : null
