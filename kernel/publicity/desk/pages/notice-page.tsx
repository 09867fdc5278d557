import { useParams } from 'react-router'
import { NoticeEditor } from '../notice-editor.tsx'

const NoticePage = () => {
  const { id } = useParams()
  return <NoticeEditor id={Number(id)} />
}

export default NoticePage
