import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { acceptedPictures, type StoredFile, uploadFile } from '#kernel/files/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, Page, Sheet, Uploader, useEndpoint } from '#platform/ui/desk/index.ts'
import { intakeApi } from '../../shared/index.ts'
import { ScanPageCard } from './scan-page-card.tsx'
import { SealList } from './seal-list.tsx'
import './intake.css'

export type Sealed = AnswerOf<typeof intakeApi.listSeals>['nominees'][number]

const FEW_MINUTES = 10 * 60_000

/** Stamped pages: read for their codes, put to the form they belong to; and which seals are still missing. */
const ScansPage = () => {
  const id = Number(useParams().id)
  const seals = useEndpoint(intakeApi.listSeals, { params: { id } }, { keepPrevious: true })
  const [files, setFiles] = useState<StoredFile[]>([])
  return (
    <Page title="盖章页" meta={<Link to={`/selection/submissions/${id}`}>返回推荐名单</Link>}>
      <Answered of={seals}>
        {({ nominees, permissions, today }) => (
          <>
            <Sheet title="上传盖章页">
              <Uploader
                endpoint={uploadFile}
                accept={`application/pdf,${acceptedPictures}`}
                multiple
                label="选择扫描件或照片"
                hint="PDF 或照片，可一次选多个。页脚有核对码的自动对到人，没有的请选人。"
                disabled={!permissions.attach}
                onUploaded={stored => setFiles(before => [...before, stored])}
              />
            </Sheet>
            {files.map(file => (
              <ScanFile key={file.key} submissionId={id} file={file} nominees={nominees} today={today} />
            ))}
            <SealList nominees={nominees} />
          </>
        )}
      </Answered>
    </Page>
  )
}

type FileProps = { submissionId: number; file: StoredFile; nominees: Sealed[]; today: string }

const ScanFile = ({ submissionId, file, nominees, today }: FileProps) => {
  const params = { id: submissionId, key: file.key }
  const scan = useEndpoint(intakeApi.readUploadedScan, { params }, { freshMs: FEW_MINUTES })
  return (
    <Sheet title={file.name} extra={scan.isPending ? '正在识别核对码' : ''}>
      <Answered of={scan}>
        {({ pages }) => (
          <div className="scan-pages">
            {pages.map(page => (
              <ScanPageCard key={page.page} fileKey={file.key} page={page} nominees={nominees} today={today} />
            ))}
          </div>
        )}
      </Answered>
    </Sheet>
  )
}

export default ScansPage
