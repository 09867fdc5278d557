import { useParams } from 'react-router'
import { ObjectionCase } from '../objection-case.tsx'

const ObjectionPage = () => {
  const { id } = useParams()
  return <ObjectionCase id={Number(id)} />
}

export default ObjectionPage
