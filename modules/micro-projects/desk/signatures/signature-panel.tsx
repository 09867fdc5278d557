import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, EmptyState, FindingsPanel, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { signatureApi } from '../../shared/index.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { BackingPanel } from './backing-panel.tsx'
import { FaceDialog } from './face-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { signatureOutbox } from './outbox.ts'
import { PaperDialog } from './paper-dialog.tsx'
import { SignatureList } from './signature-list.tsx'
import { dayText } from './words.ts'
import './signatures.css'

type Signatures = AnswerOf<typeof signatureApi.getSignatures>

/** Everything about who signed for a project; what may be done here comes with the answer. */
export const SignaturePanel = ({ projectId }: { projectId: number }) => {
  const signatures = useEndpoint(signatureApi.getSignatures, { params: { id: projectId } })
  return (
    <Answered of={signatures}>
      {data => (
        <div className="signatures">
          <Count data={data} />
          {data.permissions.check && <Signs projectId={projectId} />}
          {data.permissions.sign && <Collecting projectId={projectId} title={data.title} />}
          {data.signatures.length > 0 ? (
            <SignatureList signatures={data.signatures} mayTakeBack={data.permissions.sign} />
          ) : (
            <EmptyState title="还没有群众户签名" />
          )}
          {data.links.length > 0 && <OpenLinks links={data.links} />}
          <BackingPanel projectId={projectId} data={data} />
        </div>
      )}
    </Answered>
  )
}

const Count = ({ data: { households, minHouseholds } }: { data: Signatures }) => (
  <p className="signature-count" data-path="signatures" tabIndex={-1}>
    群众户签名<strong className="num">{households}</strong>户，不少于{minHouseholds}户
    {households < minHouseholds ? `，还差${minHouseholds - households}户。` : '。'}
  </p>
)

const dialogs = { face: FaceDialog, paper: PaperDialog, link: LinkDialog }

/** The three ways, the paper and the doorstep first; what could not be sent yet waits here. */
const Collecting = ({ projectId, title }: { projectId: number; title: string }) => {
  const [open, setOpen] = useState<keyof typeof dialogs>()
  const { by, mine } = useOutbox(signatureOutbox)
  const waiting = mine.filter(one => one.projectId === projectId)
  const close = () => setOpen(undefined)
  return (
    <>
      <div className="signing-ways">
        <Button type="primary" onClick={() => setOpen('face')}>
          当面签名
        </Button>
        <Button onClick={() => setOpen('paper')}>代录纸质签名</Button>
        <Button onClick={() => setOpen('link')}>签名链接</Button>
      </div>
      <ul className="signing-waiting" aria-live="polite">
        {waiting.map(({ key, head, problem }) => (
          <li key={key}>
            {head}户：{problem ?? '已签名，尚未发出。网络恢复后打开工作台会自动发送，发出之前请不要清除浏览器数据。'}
            {problem && (
              <>
                <Button type="link" size="small" onClick={() => signatureOutbox.again(key)}>
                  重新发送
                </Button>
                <Button type="link" size="small" onClick={() => signatureOutbox.drop(key)}>
                  知道了
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {open === 'face' && (
        <FaceDialog
          {...{ projectId, title }}
          onSigned={signed => signatureOutbox.add({ ...signed, by })}
          onClose={close}
        />
      )}
      {open === 'paper' && <PaperDialog projectId={projectId} onClose={close} />}
      {open === 'link' && <LinkDialog projectId={projectId} onClose={close} />}
    </>
  )
}

const OpenLinks = ({ links }: { links: Signatures['links'] }) => {
  const revoke = useAction(signatureApi.revokeLink, { success: '已作废' })
  return (
    <section className="backings">
      <h3>已发出、尚未使用的链接</h3>
      <ul>
        {links.map(({ id, household, expiresAt }) => (
          <li key={id}>
            <strong>{household.head}</strong>
            <span>{dayText(expiresAt)}前有效</span>
            <Button type="link" size="small" onClick={() => revoke.run({ params: { id }, body: {} })}>
              作废
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For the checker: what looks as if somebody signed for others, and who is to be called. */
const Signs = ({ projectId }: { projectId: number }) => {
  const signs = useEndpoint(signatureApi.getSigns, { params: { id: projectId } })
  return (
    <Answered of={signs}>
      {({ findings }) => (
        <>
          <FindingsPanel findings={findings} clear="没有发现代签迹象" />
          <p>
            <Link to={`/micro/call-backs?project=${projectId}`}>查看回访名单</Link>
          </p>
        </>
      )}
    </Answered>
  )
}
