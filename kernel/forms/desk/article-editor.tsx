import { Input } from 'antd'
import { type ClipboardEvent, useState } from 'react'
import {
  type Article,
  bodyText,
  countArticle,
  type FieldFinding,
  type FieldOf,
  isOversize,
  parseArticle,
  parseBody,
  textFromHtml,
} from '../shared/index.ts'
import { findingsAt } from './editor-context.ts'
import { FindingList } from './finding-list.tsx'
import { WordCounter } from './word-counter.tsx'
import './forms.css'

export type ArticleEditorProps = {
  article: Article
  /** Findings with paths `title`, `subtitle`, `paragraphs`. */
  findings: FieldFinding[]
  limit: FieldOf<'longText'>['limit']
  onChange: (article: Article) => void
  readOnly?: boolean
  /** Prefix of the anchors that `focusField` jumps to. */
  path?: string
}

const OVERSIZE = '粘贴的内容超过1MB，未予保存。请只粘贴正文文字，图片另作附件上传。'

/** Words of a paste, without any formatting; undefined when it is too large. */
const pasted = (event: ClipboardEvent): string | undefined => {
  const html = event.clipboardData.getData('text/html')
  const plain = event.clipboardData.getData('text/plain')
  if (isOversize(plain)) return undefined
  return plain || (isOversize(html) ? undefined : textFromHtml(html))
}

const HEADING_NAMES = { 1: '一级标题', 2: '二级标题' }

/** Headings found so far, so that the writer sees what counts as one. */
const Outline = ({ article }: { article: Article }) => {
  const headings = article.paragraphs.filter(({ level }) => level > 0)
  if (headings.length === 0) return <p className="field-hint">以“一、”“（一）”开头的短行会识别为标题。</p>
  return (
    <ol className="article-outline" aria-label="识别出的标题">
      {headings.map(({ level, text }, index) => (
        <li key={index} className={`outline-${level}`} title={HEADING_NAMES[level as 1 | 2]}>
          {text}
        </li>
      ))}
    </ol>
  )
}

/** 典型材料: title, subtitle and a box for the text; formatting of a paste is dropped, headings are recognised. */
export const ArticleEditor = (props: ArticleEditorProps) => {
  const { article, findings, limit, onChange, readOnly = false, path = 'article' } = props
  // The box keeps what is typed, blank lines too; the article is read from it.
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState('')
  const body = typed !== undefined && sameBody(typed, article) ? typed : bodyText(article)
  const write = (text: string) => {
    setTyped(text)
    onChange({ ...article, paragraphs: parseBody(text) })
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.preventDefault()
    const text = pasted(event)
    setProblem(text === undefined ? OVERSIZE : '')
    if (text === undefined) return
    if (body.trim() === '' && article.title === '') return onChange(parseArticle(text))
    const box = event.currentTarget
    const { selectionStart, selectionEnd } = box
    const caret = selectionStart + text.length
    write(body.slice(0, selectionStart) + text + body.slice(selectionEnd))
    requestAnimationFrame(() => box.setSelectionRange(caret, caret))
  }
  return (
    <div className="article-editor" data-path={path}>
      <div className="form-field wide" data-path={`${path}.title`}>
        <label className="field-label" htmlFor={`${path}.title`}>
          主标题
        </label>
        <Input
          id={`${path}.title`}
          className="article-title"
          value={article.title}
          disabled={readOnly}
          onChange={({ target }) => onChange({ ...article, title: target.value })}
        />
        <FindingList findings={findingsAt(findings, 'title')} />
      </div>
      <div className="form-field wide" data-path={`${path}.subtitle`}>
        <label className="field-label" htmlFor={`${path}.subtitle`}>
          副标题
        </label>
        <Input
          id={`${path}.subtitle`}
          prefix="——"
          value={article.subtitle}
          disabled={readOnly}
          onChange={({ target }) => onChange({ ...article, subtitle: target.value })}
        />
      </div>
      <div className="form-field wide" data-path={`${path}.paragraphs`}>
        <label className="field-label" htmlFor={`${path}.paragraphs`}>
          正文
        </label>
        <div className="article-body">
          <div className="long-text">
            <Input.TextArea
              id={`${path}.paragraphs`}
              value={body}
              disabled={readOnly}
              autoSize={{ minRows: 16, maxRows: 40 }}
              onChange={({ target }) => write(target.value)}
              onPaste={onPaste}
            />
            <WordCounter count={countArticle(article)} limit={limit} />
          </div>
          <Outline article={article} />
        </div>
        {problem && (
          <p className="finding finding-block" role="alert">
            {problem}
          </p>
        )}
        <FindingList findings={findingsAt(findings, 'paragraphs', true)} />
      </div>
    </div>
  )
}

const sameBody = (typed: string, article: Article) =>
  JSON.stringify(parseBody(typed)) === JSON.stringify(article.paragraphs)
