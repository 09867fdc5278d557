import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { type PicturePart, pictureApi, pictureParts, signatureApi } from '../../shared/index.ts'

/** What goes along with the form, counted: the pictures of each kind, the households and the members that signed. */
export const Enclosed = ({ projectId }: { projectId: number }) => {
  const params = { id: projectId }
  const pictures = useEndpoint(pictureApi.listPictures, { params })
  const signatures = useEndpoint(signatureApi.getSignatures, { params })
  return (
    <ul className="micro-enclosed num">
      <Answered of={pictures} rows={1}>
        {({ pictures: list }) => <li>照片：{picturesText(list)}</li>}
      </Answered>
      <Answered of={signatures} rows={2}>
        {({ households, minHouseholds, backings }) => (
          <>
            <li>
              群众户签名：{households}户（不少于{minHouseholds}户）
            </li>
            <li>党员、代表签名：{backings.length}名</li>
          </>
        )}
      </Answered>
    </ul>
  )
}

const picturesText = (pictures: pictureApi.Picture[]): string => {
  const parts = [...new Set(pictures.map(({ part }) => part))]
  const many = (part: PicturePart) => pictures.filter(picture => picture.part === part).length
  return parts.map(part => `${pictureParts[part]}${many(part)}张`).join('，') || '还没有'
}
