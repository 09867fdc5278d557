import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber } from 'antd'
import { Sheet } from '#platform/ui/desk/index.ts'
import type { NoticeContent } from '../shared/content.ts'
import type { NoticeKind } from '../shared/states.ts'
import { ItemRows } from './item-rows.tsx'
import type { Draft } from './use-notice-draft.ts'

type Section = NoticeContent['sections'][number]
type ContentEditorProps = { draft: Draft; kind: NoticeKind; change: (patch: Partial<Draft>) => void }

/** Title, text, list and reception of a draft. */
export const ContentEditor = ({ draft, kind, change }: ContentEditorProps) => {
  const { content } = draft
  const patch = (part: Partial<NoticeContent>) => change({ content: { ...content, ...part } })
  const setSection = (place: number, section: Section | undefined) =>
    patch({ sections: content.sections.flatMap((each, at) => (at === place ? (section ? [section] : []) : [each])) })
  return (
    <div>
      <Sheet title="正文">
        <Form layout="vertical" component="div">
          <Form.Item label="标题">
            <Input
              name="title"
              aria-label="标题"
              value={draft.title}
              maxLength={200}
              onChange={({ target }) => change({ title: target.value })}
            />
          </Form.Item>
          <Form.Item
            label="开头"
            extra={kind === 'publicity' ? '“公示期为……”一句在签发时自动写入，不用自己写。' : undefined}
          >
            <Input.TextArea
              name="content.intro"
              aria-label="开头"
              value={content.intro}
              autoSize={{ minRows: 3 }}
              onChange={({ target }) => patch({ intro: target.value })}
            />
          </Form.Item>
          <Form.Item label="依据">
            <Input aria-label="依据" value={content.basis} onChange={({ target }) => patch({ basis: target.value })} />
          </Form.Item>
          {kind === 'publicity' && (
            <Form.Item label="公示工作日数">
              <InputNumber
                aria-label="公示工作日数"
                min={1}
                max={60}
                value={draft.workdays}
                onChange={days => change({ workdays: days ?? 1 })}
              />
            </Form.Item>
          )}
        </Form>
      </Sheet>
      {content.sections.map((section, place) => (
        <SectionSheet
          // A section has no key of its own and keeps its place while it is edited.
          key={place}
          section={section}
          onChange={next => setSection(place, next)}
        />
      ))}
      <Button
        icon={<PlusOutlined />}
        className="notice-add"
        onClick={() => patch({ sections: [...content.sections, { heading: '', items: [] }] })}
      >
        加一段
      </Button>
      {kind === 'publicity' && <Reception content={content} patch={patch} />}
    </div>
  )
}

type SectionSheetProps = { section: Section; onChange: (section: Section | undefined) => void }

const SectionSheet = ({ section, onChange }: SectionSheetProps) => (
  <Sheet
    title={`${section.heading || '（未填标题）'}${section.items.length > 0 ? `（${section.items.length}名）` : ''}`}
    extra={
      <Button type="link" size="small" danger onClick={() => onChange(undefined)}>
        删去这一段
      </Button>
    }
  >
    <div className="notice-section">
      <Input
        aria-label="这一段的标题"
        placeholder="标题，如“党员服务标兵”"
        value={section.heading}
        onChange={({ target }) => onChange({ ...section, heading: target.value })}
      />
      <Input.TextArea
        aria-label="这一段的文字"
        placeholder="文字（可不填）"
        value={section.text}
        autoSize={{ minRows: 1 }}
        onChange={({ target }) => onChange({ ...section, text: target.value })}
      />
      <ItemRows items={section.items} onChange={items => onChange({ ...section, items })} />
    </div>
  </Sheet>
)

type ReceptionProps = { content: NoticeContent; patch: (part: Partial<NoticeContent>) => void }

const receptionFields = [
  { name: 'office', label: '受理单位' },
  { name: 'phone', label: '电话' },
  { name: 'hours', label: '接听时间' },
  { name: 'address', label: '地址' },
  { name: 'email', label: '邮箱' },
] as const

const Reception = ({ content, patch }: ReceptionProps) => (
  <Sheet title="受理异议">
    <Form layout="vertical" component="div" className="notice-reception-fields">
      {receptionFields.map(({ name, label }) => (
        <Form.Item key={name} label={label}>
          <Input
            name={`content.objection.${name}`}
            aria-label={label}
            value={content.objection[name]}
            onChange={({ target }) => patch({ objection: { ...content.objection, [name]: target.value } })}
          />
        </Form.Item>
      ))}
    </Form>
  </Sheet>
)
