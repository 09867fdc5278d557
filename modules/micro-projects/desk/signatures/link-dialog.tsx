import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { copyText, useAction } from '#platform/ui/desk/index.ts'
import { signatureApi } from '../../shared/index.ts'
import { HouseholdField, isNamed, noHousehold, refOf } from './household-field.tsx'
import { timeText } from './words.ts'

type Issued = AnswerOf<typeof signatureApi.issueLink>

/** A link for one household's own telephone: its address is shown once, as text and as a code to scan. */
export const LinkDialog = ({ projectId, onClose }: { projectId: number; onClose: () => void }) => {
  const [household, setHousehold] = useState(noHousehold)
  const [issued, setIssued] = useState<Issued>()
  const issue = useAction(signatureApi.issueLink, { onDone: setIssued })
  return (
    <Modal open title="签名链接" footer={null} width={520} onCancel={onClose} mask={{ closable: false }}>
      {issued ? (
        <LinkSheet issued={issued} />
      ) : (
        <>
          <p>户主用自己的手机打开链接签名。一户一个链接，7天内有效，用一次即失效；再次生成的，原链接作废。</p>
          <HouseholdField projectId={projectId} value={household} onChange={setHousehold} />
          <div className="signing-acts">
            <Button
              type="primary"
              size="large"
              disabled={!isNamed(household)}
              loading={issue.running}
              onClick={() => issue.run({ params: { id: projectId }, body: { household: refOf(household) } })}
            >
              生成链接
            </Button>
          </div>
        </>
      )}
    </Modal>
  )
}

const LinkSheet = ({ issued: { head, address, qr, expiresAt } }: { issued: Issued }) => {
  const { message } = App.useApp()
  const copy = async () =>
    (await copyText(address))
      ? message.success(`已复制，请发给${head}本人`)
      : message.warning('没有复制成功，请长按链接地址复制')
  return (
    <div className="link-sheet">
      <p>
        <strong>{head}</strong>户的签名链接，{timeText(expiresAt)}前有效。请让户主扫码，或者复制后发给户主本人。
      </p>
      <img src={qr} alt="签名链接的二维码" />
      <Input.TextArea
        readOnly
        value={address}
        aria-label="链接地址"
        autoSize
        onFocus={event => event.target.select()}
      />
      <Button type="primary" size="large" block onClick={copy}>
        复制链接
      </Button>
      <p className="signing-paper">关闭后不再显示；如需再发，请重新生成。</p>
    </div>
  )
}
