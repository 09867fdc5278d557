import { Button, Checkbox, Form, Input } from 'antd'
import { uploadFile } from '#kernel/files/shared/index.ts'
import { Uploader } from '#platform/ui/desk/index.ts'
import type { Story } from '../../../shared/story.ts'

type Consent = NonNullable<Story['consent']>
type ConsentFormProps = { name: string; consent: Consent | null; onChange: (consent: Consent) => void }

const today = () => Temporal.Now.plainDateISO('Asia/Shanghai').toString()

/** The winner's consent as it was given on paper, with its scan. Without it nothing of the story can go public. */
export const ConsentForm = ({ name, consent, onChange }: ConsentFormProps) => {
  const given: Consent = consent ?? { given: false, by: name, on: today(), faces: false, evidence: [] }
  const set = (change: Partial<Consent>) => onChange({ ...given, ...change })
  return (
    <section className="story-consent" aria-label="本人同意">
      <h3>本人同意</h3>
      <Checkbox checked={given.given} onChange={({ target }) => set({ given: target.checked })}>
        本人书面同意公开事迹
      </Checkbox>
      {given.given && (
        <>
          <Checkbox checked={given.faces} onChange={({ target }) => set({ faces: target.checked })}>
            同意公开有面部的照片
          </Checkbox>
          <Form.Item label="同意人" htmlFor="consent-by">
            <Input
              id="consent-by"
              value={given.by}
              maxLength={60}
              onChange={({ target }) => set({ by: target.value })}
            />
          </Form.Item>
          <Form.Item label="签字日期" htmlFor="consent-on">
            <Input
              id="consent-on"
              type="date"
              value={given.on}
              style={{ width: 180 }}
              onChange={({ target }) => set({ on: target.value })}
            />
          </Form.Item>
          <Form.Item label="同意书扫描件" required>
            {given.evidence.map((key, n) => (
              <p key={key}>
                <a href={`/api/files/${key}`} target="_blank" rel="noreferrer">
                  同意书{n + 1}
                </a>
                <Button
                  type="link"
                  size="small"
                  onClick={() => set({ evidence: given.evidence.filter(each => each !== key) })}
                >
                  移除
                </Button>
              </p>
            ))}
            <Uploader
              endpoint={uploadFile}
              accept=".pdf,image/*"
              label="上传同意书"
              onUploaded={({ key }) => set({ evidence: [...given.evidence, key] })}
            />
          </Form.Item>
        </>
      )}
    </section>
  )
}
