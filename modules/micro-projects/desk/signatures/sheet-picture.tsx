import { Button } from 'antd'
import { acceptedPictures, type StoredFile, uploadFile } from '#kernel/files/shared/index.ts'
import { Uploader, useEndpoint } from '#platform/ui/desk/index.ts'
import { signatureApi } from '../../shared/index.ts'

type Props = {
  projectId: number
  sheet: Pick<StoredFile, 'key'> | undefined
  onChange: (sheet: StoredFile | undefined) => void
}

/** The photograph of a sheet, and at once the number that was read on it: the paper is still at hand. */
export const SheetPicture = ({ projectId, sheet, onChange }: Props) =>
  sheet ? (
    <div className="paper-sheet">
      <img src={`/api/files/${sheet.key}?size=320`} alt="签名表照片" />
      <div>
        <SheetNumber projectId={projectId} sheetKey={sheet.key} />
        <Button onClick={() => onChange(undefined)}>换一张</Button>
      </div>
    </div>
  ) : (
    <>
      <Uploader
        endpoint={uploadFile}
        accept={acceptedPictures}
        label="拍照或选择签名表照片"
        hint="签名、手印和表右下角的二维码都要拍清楚。一张签名表拍一张，下面登记这张表上的各户。"
        onUploaded={onChange}
      />
      <p className="signing-paper">
        还没有签名表？<a href={`/api/micro/projects/${projectId}/papers/sheet/pdf`}>下载一张空白签名表（PDF）</a>
        ，每张有自己的编号，请不要复印。
      </p>
    </>
  )

const SheetNumber = ({ projectId, sheetKey }: { projectId: number; sheetKey: string }) => {
  const read = useEndpoint(signatureApi.readNumbers, { params: { id: projectId, key: sheetKey } })
  if (read.isPending) return <p className="signing-paper">正在读签名表编号…</p>
  if (!read.data) return null
  const { numbers, elsewhere } = read.data
  const fault = elsewhere
    ? '这张签名表是为另一个项目打印的，请核对签名是为哪个项目签的。照此登记的，核对人会看到。'
    : '没有读到编号。请把表右下角的二维码拍清楚，再拍一张；表上确实没有编号的，可以照常登记，核对时会提示核对原件。'
  return (
    <p className={elsewhere ? 'signing-fault' : 'signing-paper'} role="status">
      {numbers.length > 0 && <>签名表编号：{numbers.join('、')}</>}
      {(elsewhere || numbers.length === 0) && <> {fault}</>}
    </p>
  )
}
