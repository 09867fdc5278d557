import { Sheet } from '#platform/ui/desk/index.ts'
import type { NoticeContent } from '../shared/content.ts'

/** The text and the list as they stand, for reading. */
export const NoticePreview = ({ content }: { content: NoticeContent }) => {
  const { office, phone, hours, address } = content.objection
  return (
    <Sheet className="notice-preview">
      {content.intro.split('\n').map((line, place) => (
        <p key={`${place}-${line}`}>{line}</p>
      ))}
      {content.sections.map(section => (
        <section key={section.heading}>
          <h2>
            {section.heading}
            {section.items.length > 0 && `（${section.items.length}名）`}
          </h2>
          {section.text && <p>{section.text}</p>}
          <ol>
            {section.items.map(item => (
              <li key={item.key}>
                <b>{item.name}</b> <span>{[item.unit, item.post, item.note].filter(Boolean).join('　')}</span>
              </li>
            ))}
          </ol>
          {section.pictures && <p>附照片：{section.pictures.map(({ caption }) => caption).join('、')}。</p>}
        </section>
      ))}
      <p className="notice-reception">
        受理：{[office, phone, hours, address].filter(Boolean).join('，')}
        {content.basis && `。依据：${content.basis}`}
      </p>
    </Sheet>
  )
}
