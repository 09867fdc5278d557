import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { uploadFile } from '#kernel/files/shared/index.ts'
import { Answered, Page, Sheet, Uploader, useEndpoint } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'
import type { Submission } from '../submission/findings.ts'
import { FileLine } from './file-line.tsx'
import { Review } from './review.tsx'
import { useReadings } from './use-readings.ts'
import './intake.css'

/** Forms that were filled in as Word files: recognised, looked through, and only then put on the list. */
const IntakePage = () => {
  const id = Number(useParams().id)
  const submission = useEndpoint(submissionsApi.getSubmission, { params: { id } }, { keepPrevious: true })
  return <Answered of={submission}>{data => <Intake submission={data} />}</Answered>
}

const Intake = ({ submission }: { submission: Submission }) => {
  const readings = useReadings(submission.id)
  const [open, setOpen] = useState<string>()
  const chosen = readings.files.find(({ key }) => key === open)
  const left = readings.files.filter(({ reading, problem }) => !reading && !problem).length
  return (
    <Page
      title={`读入填好的表 · ${submission.unitName}`}
      meta={<Link to={`/selection/submissions/${submission.id}`}>返回推荐名单</Link>}
    >
      <Sheet title="选择文件" extra={left > 0 ? `还有${left}个正在读取` : ''}>
        <Uploader
          endpoint={uploadFile}
          accept=".docx,.doc"
          multiple
          label="选择 Word 文件"
          hint="填好的推荐表（.docx、.doc），可一次选很多个；表和材料合在一个文件里的也可以。读取后先由您核对，存入前不改动名单。"
          onUploaded={readings.add}
          disabled={!submission.permissions.fill}
        />
        {readings.files.length > 0 && (
          <ul className="intake-files">
            {readings.files.map(file => (
              <FileLine
                key={file.key}
                file={file}
                open={file.key === open}
                onOpen={() => setOpen(file.key)}
                onRemove={() => readings.remove(file.key)}
              />
            ))}
          </ul>
        )}
      </Sheet>
      {chosen?.reading?.form != null && !chosen.savedAs && (
        <Review
          key={chosen.key}
          submission={submission}
          file={chosen.key}
          reading={chosen.reading}
          onSaved={id => readings.saved(chosen.key, id)}
        />
      )}
      {chosen?.savedAs && (
        <Sheet title="已存入">
          <p>
            已存入推荐名单，照片和盖章页请在表中上传。
            <Link to={`/selection/nominations/${chosen.savedAs}`}>
              <Button type="link">打开这份表</Button>
            </Link>
          </p>
        </Sheet>
      )}
    </Page>
  )
}

export default IntakePage
