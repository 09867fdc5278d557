import { ConfirmAction, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { type signatureApi as Api, signatureApi } from '../../shared/index.ts'
import { InkPicture } from './ink-pad.tsx'
import { timeText } from './words.ts'

/** Households that signed, in the order findings name them; what was taken back stands below, struck out. */
export const SignatureList = ({
  signatures,
  mayTakeBack,
}: {
  signatures: Api.SignatureRow[]
  mayTakeBack: boolean
}) => (
  <ol className="signature-list">
    {signatures.map(signature => (
      <SignatureLine key={signature.id} signature={signature} mayTakeBack={mayTakeBack} />
    ))}
  </ol>
)

const SignatureLine = ({ signature, mayTakeBack }: { signature: Api.SignatureRow; mayTakeBack: boolean }) => {
  const { id, no, household, ink, sheetKey, takenBack } = signature
  const take = useAction(signatureApi.takeBackSignature, { success: '已撤销' })
  return (
    <li
      className={takenBack ? 'taken-back' : ''}
      data-path={no === null ? undefined : `signatures.${no}`}
      tabIndex={-1}
    >
      <span className="num">{no ?? ''}</span>
      <div>
        <strong>{household.head}</strong> <Way signature={signature} />
        <p>{[household.door, household.phone ?? '未登记电话'].filter(Boolean).join(' · ')}</p>
        <p className="num">
          <When signature={signature} />
        </p>
        {takenBack && (
          <p>
            已于{timeText(takenBack.at)}撤销：{takenBack.reason}
          </p>
        )}
      </div>
      {ink && <InkPicture path={ink} name={household.head} />}
      {sheetKey && (
        <a href={`/api/files/${sheetKey}`} target="_blank" rel="noreferrer">
          看签名表
        </a>
      )}
      {mayTakeBack && !takenBack && (
        <ConfirmAction
          label="撤销"
          title={`撤销${household.head}户的签名？`}
          reason={{ label: '撤销原因', required: true, maxLength: 200 }}
          confirmLabel="撤销"
          onConfirm={reason => take.run({ params: { id }, body: { reason } })}
          button={{ size: 'small', type: 'link' }}
        >
          撤销后该户可以重新签名，记录仍会保留。
        </ConfirmAction>
      )}
    </li>
  )
}

const shortWays = { paper: '代录', face: '当面签', link: '链接签名' } as const

const Way = ({ signature: { way } }: { signature: Api.SignatureRow }) => (
  <StateTag tone={way === 'paper' ? 'near' : 'done'}>{shortWays[way]}</StateTag>
)

const When = ({ signature: { way, at, deviceAt, enteredBy } }: { signature: Api.SignatureRow }) => (
  <>
    {timeText(at)}
    {enteredBy && ` · ${enteredBy}${way === 'paper' ? '代录' : '在场'}`}
    {deviceAt && ` · 手机上的时间为${timeText(deviceAt)}`}
  </>
)
