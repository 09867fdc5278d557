import { Button, Checkbox, Drawer, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { uploadFile } from '#kernel/files/shared/index.ts'
import { Uploader, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { commendApi } from '../../../shared/index.ts'
import type { Story } from '../../../shared/story.ts'
import type { HonourView } from '../../../stages/commend/shared/api.ts'
import { ConsentForm } from './consent-form.tsx'

type StoryEditorProps = { honour: HonourView; onClose: () => void }

/** What is written of a winner: citation, residents' words, story, picture, and the consent that allows it. */
export const StoryEditor = ({ honour, onClose }: StoryEditorProps) => {
  const navigate = useNavigate()
  const [story, setStory] = useState<Story>(honour.story)
  const set = (change: Partial<Story>) => setStory(before => ({ ...before, ...change }))
  const save = useAction(commendApi.saveStory, { success: '已保存' })
  const draft = useAction(commendApi.draftStory, { onDone: ({ noticeId }) => navigate(`/notices/${noticeId}`) })
  const params = { id: honour.id }
  const filled = { ...story, comments: story.comments.filter(({ words }) => words.trim()) }
  const saveStory = () => save.run({ params, body: filled })
  const saveAndDraft = async () => {
    if (await saveStory()) await draft.run({ params })
  }
  return (
    <Drawer
      open
      size="large"
      title={`${honour.name} · ${honour.number}`}
      onClose={onClose}
      mask={{ closable: false }}
      footer={
        <Space wrap>
          <Button type="primary" loading={save.running} onClick={saveStory}>
            保存
          </Button>
          <Button disabled={!story.consent?.given} loading={draft.running} onClick={saveAndDraft}>
            保存并拟事迹页
          </Button>
          <span className="upload-hint">事迹页经审核、签发后公开，须有本人同意。</span>
        </Space>
      }
    >
      <Form layout="vertical">
        <Source honour={honour} story={story} onUse={set} />
        <Words label="颁奖词" max={400} value={story.citation} onChange={citation => set({ citation })} />
        <Comments honour={honour} story={story} onChange={set} />
        <Words label="事迹" max={10_000} rows={8} value={story.text} onChange={text => set({ text })} />
        <Photo story={story} onChange={set} />
        <ConsentForm name={honour.name} consent={story.consent} onChange={consent => set({ consent })} />
      </Form>
    </Drawer>
  )
}

type PartProps = { story: Story; onChange: (change: Partial<Story>) => void }

/** The deeds and the photo that were handed in: one click takes them over, the clerk goes on from there. */
const Source = ({ honour, story, onUse }: StoryEditorSource) => {
  const { data } = useEndpoint(commendApi.getStorySource, { params: { id: honour.id } })
  const offered = data && ((!story.text && (data.brief || data.articles[0])) || (!story.photo && data.photo))
  if (!offered) return null
  return (
    <Space wrap className="story-source">
      <span className="upload-hint">从推荐材料带入：</span>
      {data.brief && !story.text && (
        <Button size="small" onClick={() => onUse({ text: data.brief })}>
          主要事迹
        </Button>
      )}
      {data.articles[0] && !story.text && (
        <Button size="small" onClick={() => onUse({ text: data.articles[0]! })}>
          典型材料
        </Button>
      )}
      {data.photo && !story.photo && (
        <Button size="small" onClick={() => onUse({ photo: data.photo!.key })}>
          照片
        </Button>
      )}
    </Space>
  )
}
type StoryEditorSource = { honour: HonourView; story: Story; onUse: (change: Partial<Story>) => void }

type WordsProps = { label: string; max: number; rows?: number; value: string; onChange: (value: string) => void }

const Words = ({ label, max, rows = 2, value, onChange }: WordsProps) => (
  <Form.Item label={label} htmlFor={`story-${label}`}>
    <Input.TextArea
      id={`story-${label}`}
      value={value}
      maxLength={max}
      showCount
      autoSize={{ minRows: rows, maxRows: 20 }}
      onChange={({ target }) => onChange(target.value)}
    />
  </Form.Item>
)

const Comments = ({ honour, story, onChange }: PartProps & { honour: HonourView }) => {
  const change = (at: number, words: string) =>
    onChange({ comments: story.comments.map((each, n) => (n === at ? { ...each, words } : each)) })
  return (
    <Form.Item label="百姓评语" extra="选一两句；落款只写身份（如“社区居民”），不写姓名。">
      {story.comments.map((comment, n) => (
        <Space key={n} className="story-comment">
          <Input
            aria-label={`评语${n + 1}`}
            value={comment.words}
            maxLength={300}
            onChange={({ target }) => change(n, target.value)}
          />
          <Button type="link" onClick={() => onChange({ comments: story.comments.filter((_, at) => at !== n) })}>
            移除
          </Button>
        </Space>
      ))}
      {story.comments.length < 10 && (
        <Button size="small" onClick={() => onChange({ comments: [...story.comments, { words: '', from: '群众' }] })}>
          加一句
        </Button>
      )}
      <SaidInVote honour={honour} story={story} onChange={onChange} />
    </Form.Item>
  )
}

/** What residents said with their votes, as far as it was let through: taken over by a click, never copied by hand. */
const SaidInVote = ({ honour, story, onChange }: PartProps & { honour: HonourView }) => {
  const { data } = useEndpoint(commendApi.getStorySource, { params: { id: honour.id } })
  const taken = new Set(story.comments.map(({ words }) => words))
  const said = [...new Set(data?.said.map(words => words.slice(0, 300)))].filter(words => !taken.has(words))
  if (said.length === 0) return null
  const take = (words: string) => onChange({ comments: [...story.comments, { words, from: '群众' }] })
  return (
    <details className="story-said">
      <summary>网上评议中的百姓评语（{said.length}条，已审核）</summary>
      {said.map(words => (
        <p key={words}>
          “{words}”{' '}
          <Button size="small" disabled={story.comments.length >= 10} onClick={() => take(words)}>
            采用
          </Button>
        </p>
      ))}
    </details>
  )
}

const Photo = ({ story, onChange }: PartProps) => (
  <Form.Item label="照片">
    {story.photo ? (
      <div>
        <img className="story-photo" src={`/api/files/${story.photo}`} alt="将要公开的照片" />
        <Checkbox checked onChange={() => onChange({ photo: null })}>
          随事迹公开
        </Checkbox>
      </div>
    ) : (
      <Uploader
        endpoint={uploadFile}
        accept="image/*"
        label="上传照片"
        hint="有面部的，须本人同意公开照片；照片中有他人、门牌的，请先处理。"
        onUploaded={({ key }) => onChange({ photo: key })}
      />
    )}
  </Form.Item>
)
