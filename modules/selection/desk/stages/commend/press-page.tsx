import { App, Button } from 'antd'
import { useRef } from 'react'
import { Link, useParams } from 'react-router'
import { Answered, Page, useEndpoint } from '#platform/ui/desk/index.ts'
import { commendApi } from '../../../shared/index.ts'
import '../decide/papers/papers.css'
import type { Commendation } from './index.tsx'
import './commend.css'

/** What the press gets: only what is public already — the issued list, and issued stories with their pictures. */
const PressPage = () => {
  const { id, stage } = useParams()
  const text = useRef<HTMLElement>(null)
  const { message } = App.useApp()
  const commendation = useEndpoint(commendApi.getCommendation, { params: { id: Number(id), stage: stage! } })
  const copy = async () => {
    const words = text.current?.innerText ?? ''
    if (!navigator.clipboard) return message.info('此浏览器不能自动复制，请选中文字后复制。')
    await navigator.clipboard.writeText(words)
    return message.success('文字已复制')
  }
  return (
    <Page
      title="新闻通稿素材"
      meta={<Link to={`/selection/campaigns/${id}/stages/${stage}`}>返回表彰</Link>}
      actions={
        <>
          <Button onClick={copy}>复制全部文字</Button>
          <Button type="primary" onClick={() => window.print()}>
            打印
          </Button>
        </>
      }
    >
      <Answered of={commendation}>
        {data => (
          <article className="print-paper" ref={text}>
            <Material commendation={data} />
          </article>
        )}
      </Answered>
    </Page>
  )
}

const Material = ({ commendation: { title, honours } }: { commendation: Commendation }) => {
  const listed = honours.filter(honour => honour.public && honour.state === 'valid')
  if (listed.length === 0) return <p>名单还没有签发公布，没有可以对外提供的材料。</p>
  const categories = [...new Set(listed.map(({ categoryName }) => categoryName))]
  const stories = listed.filter(({ storyNotice, story }) => storyNotice?.state === 'issued' && story.consent?.given)
  return (
    <>
      <h2>{title}名单</h2>
      {categories.map(category => (
        <section key={category}>
          <h3>{category}</h3>
          {listed
            .filter(({ categoryName }) => categoryName === category)
            .map(({ id, name, unitName }) => (
              <p key={id}>
                {name}（{unitName}）
              </p>
            ))}
        </section>
      ))}
      {stories.map(({ id, name, unitName, story }) => (
        <section key={id} className="press-story">
          <h2>{name}</h2>
          <p>{unitName}</p>
          {story.photo && story.consent?.faces && (
            <a href={`/files/${story.photo}`} download>
              <img className="story-photo" src={`/files/${story.photo}`} alt={`${name}的照片`} />
            </a>
          )}
          <p>{story.citation}</p>
          <p className="ceremony-remarks">{story.text}</p>
        </section>
      ))}
      {stories.length === 0 && <p>还没有签发的事迹。事迹须经本人同意、三人办理后才在这里出现。</p>}
    </>
  )
}

export default PressPage
