import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { FormEditor } from '#kernel/forms/desk/index.tsx'
import { type Article, bodyText, type FormDefinition } from '#kernel/forms/shared/index.ts'
import { ProblemNotice, Sheet } from '#platform/ui/desk/index.ts'
import { Labelled } from '../labelled.tsx'
import type { Submission } from '../submission/findings.ts'
import { doubtFindings } from './doubts.ts'
import { LayoutRemarks } from './layout-remarks.tsx'
import { SourceList } from './source-list.tsx'
import type { Reading } from './use-brought-forms.ts'
import { likeliest, targetsOf, useSaveReading } from './use-save-reading.ts'

type Props = { submission: Submission; file: string; reading: Reading; onSaved: (id: number) => Promise<void> }

/** What was read, in the form itself, beside the words it was read from; corrected here, then put on the list. */
export const Review = ({ submission, file, reading, onSaved }: Props) => {
  const form = reading.form as FormDefinition
  const [answers, setAnswers] = useState(reading.answers)
  const [category, setCategory] = useState(reading.categories[0]!.key)
  const [target, setTarget] = useState(() =>
    likeliest(submission, category, String(answers[form.subject.name ?? ''] ?? '')),
  )
  const saving = useSaveReading(submission.id, onSaved)
  return (
    <>
      <Sheet title={`核对：${reading.name}`}>
        {reading.certainty < 0.75 && <Alert type="warning" showIcon title="这份文件与表样差别较大，请逐栏核对。" />}
        {reading.copies > 1 && (
          <Alert
            type="warning"
            showIcon
            title={`这个文件里有${reading.copies}份表，只读了第一份。请一项一档，分开保存后再读入。`}
          />
        )}
        <div className="intake-target">
          {reading.categories.length > 1 && (
            <Labelled label="推选类别">
              <Select
                value={category}
                onChange={setCategory}
                options={reading.categories.map(({ key, name }) => ({ value: key, label: name }))}
              />
            </Labelled>
          )}
          <Labelled label="存入">
            <Select value={target} onChange={setTarget} options={targetsOf(submission, category)} />
          </Labelled>
          <Button
            type="primary"
            loading={saving.running}
            onClick={() =>
              saving.save({
                form,
                answers,
                category,
                target,
                text: reading.text,
                picture: reading.picture,
                article: reading.article,
              })
            }
          >
            核对无误，存入名单
          </Button>
        </div>
        {saving.problem && <ProblemNotice problem={saving.problem} />}
        {reading.picture && <img className="photo-frame intake-photo" src={reading.picture} alt="文件里的照片" />}
        <p className="field-hint">
          {reading.picture ? '文件里的照片一并存入，不合要求的请在表中更换；' : '文件里没有照片，存入后在表中上传；'}
          盖章页另行上传。没有读出的栏目请在下面补填。
        </p>
      </Sheet>
      {reading.layout.length > 0 && <LayoutRemarks submissionId={submission.id} file={file} remarks={reading.layout} />}
      <div className="intake-review">
        <div>
          <FormEditor form={form} answers={answers} findings={doubtFindings(reading.cells)} onChange={setAnswers} />
          {reading.article && <ArticleRead article={reading.article} />}
        </div>
        <SourceList cells={reading.cells} />
      </div>
    </>
  )
}

const ArticleRead = ({ article }: { article: Article }) => (
  <Sheet title="材料">
    <h3>{article.title || '（没有读出标题）'}</h3>
    {article.subtitle && <p>——{article.subtitle}</p>}
    <p className="intake-article">{bodyText(article)}</p>
  </Sheet>
)
