import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { uploadFile } from '#kernel/files/shared/index.ts'
import { Answered, Page, ProblemNotice, Sheet, Uploader, useEndpoint } from '#platform/ui/desk/index.ts'
import type { BroughtForm } from '../../intake/shared/api.ts'
import { intakeApi, submissionsApi } from '../../shared/index.ts'
import type { Submission } from '../submission/findings.ts'
import { FileLine } from './file-line.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { Review } from './review.tsx'
import { useBroughtForms } from './use-brought-forms.ts'
import './intake.css'

/** Forms that were filled in as Word files: recognised, looked through, and only then put on the list. */
const IntakePage = () => {
  const id = Number(useParams().id)
  const submission = useEndpoint(submissionsApi.getSubmission, { params: { id } }, { keepPrevious: true })
  return <Answered of={submission}>{data => <Intake submission={data} />}</Answered>
}

const Intake = ({ submission }: { submission: Submission }) => {
  const brought = useBroughtForms(submission.id)
  const [open, setOpen] = useState<string>()
  const chosen = brought.forms.find(({ key }) => key === open)
  return (
    <Page
      title={`读入填好的表 · ${submission.unitName}`}
      meta={<Link to={`/selection/submissions/${submission.id}`}>返回推荐名单</Link>}
    >
      <Sheet title="选择文件">
        <Uploader
          endpoint={uploadFile}
          accept=".docx,.doc"
          multiple
          label="选择 Word 文件"
          hint="填好的推荐表（.docx、.doc），可一次选很多个；表和材料合在一个文件里的也可以。读取后先由您核对，存入前不改动名单。"
          onUploaded={brought.add}
          disabled={!submission.permissions.fill}
        />
        {brought.problem && <ProblemNotice problem={brought.problem} />}
        <ReadingProgress forms={brought.forms} />
        <Answered of={brought.list} rows={2}>
          {({ forms }) => <Files forms={forms} open={open} onOpen={setOpen} onRemove={brought.drop} />}
        </Answered>
      </Sheet>
      {chosen && <Chosen key={chosen.key} submission={submission} file={chosen} onSettle={brought.settle} />}
    </Page>
  )
}

type FilesProps = {
  forms: BroughtForm[]
  open: string | undefined
  onOpen: (key: string) => void
  onRemove: (key: string) => void
}

const Files = ({ forms, open, onOpen, onRemove }: FilesProps) =>
  forms.length === 0 ? null : (
    <ul className="intake-files">
      {forms.map(file => (
        <FileLine
          key={file.key}
          file={file}
          open={file.key === open}
          onOpen={() => onOpen(file.key)}
          onRemove={() => onRemove(file.key)}
        />
      ))}
    </ul>
  )

type ChosenProps = {
  submission: Submission
  file: BroughtForm
  onSettle: (key: string, nominationId: number) => Promise<void>
}

const Chosen = ({ submission, file, onSettle }: ChosenProps) => {
  if (file.savedAs)
    return (
      <Sheet title="已存入">
        <p>
          “{file.name}”已存入推荐名单，照片和盖章页请在表中上传。{' '}
          <Link to={`/selection/nominations/${file.savedAs}`}>打开这份表</Link>
        </p>
      </Sheet>
    )
  return <Unsaved submission={submission} file={file} onSettle={onSettle} />
}

/** The file that was opened stands below a list that may be long. */
const intoView = (opened: HTMLElement | null) => opened?.scrollIntoView({ block: 'start' })

const Unsaved = ({ submission, file, onSettle }: ChosenProps) => {
  const params = { id: submission.id, key: file.key }
  const reading = useEndpoint(intakeApi.getForm, { params }, { freshMs: Number.POSITIVE_INFINITY })
  return (
    <Answered of={reading}>
      {data => (
        <div ref={intoView} className="intake-opened">
          <Review submission={submission} file={file.key} reading={data} onSaved={id => onSettle(file.key, id)} />
        </div>
      )}
    </Answered>
  )
}

export default IntakePage
