import { Link } from 'react-router'
import { pictureOutbox } from '../pictures/outbox.ts'
import { signatureOutbox } from '../signatures/outbox.ts'
import { useDelivery } from './use-outbox.ts'
import { isOnItsWay } from './waiting.ts'
import { othersWords, waitingWords } from './waiting-words.ts'
import './waiting-sign.css'

/** On every page of the desk, while something collected here has not reached the server; nothing otherwise. */
const WaitingSign = () => {
  const signatures = useDelivery(signatureOutbox)
  const pictures = useDelivery(pictureOutbox)
  const words = waitingWords(signatures.mine, pictures.mine)
  const mine = [...signatures.mine, ...pictures.mine]
  const first = mine.find(isOnItsWay) ?? mine[0]
  const others = othersWords(signatures.all.length - signatures.mine.length, pictures.all.length - pictures.mine.length)
  return (
    <output className="waiting-sign">
      {words && first && <Link to={`/micro/projects/${first.projectId}`}>{words}</Link>}
      {!words && others && <span>{others}</span>}
    </output>
  )
}

export default WaitingSign
