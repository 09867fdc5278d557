import { describe, expect, it } from 'vitest'
import { bodyText, countArticle, headingLevel, parseArticle, parseBody } from './article.ts'
import { articleAdvice, articleLimit } from './checks.ts'
import { textFromHtml } from './html.ts'

const text = `聚焦“一老一小”办实事
——张三同志典型事迹材料

一、用心走访
　　全年走访1200户。
（一）一户一档
二、用情办事。把群众的事当家事，件件有着落。`

describe('an article', () => {
  const article = parseArticle(text)
  it('is read from plain text with title, subtitle and headings', () => {
    expect(article).toEqual({
      title: '聚焦“一老一小”办实事',
      subtitle: '张三同志典型事迹材料',
      paragraphs: [
        { level: 1, text: '一、用心走访' },
        { level: 0, text: '全年走访1200户。' },
        { level: 2, text: '（一）一户一档' },
        { level: 0, text: '二、用情办事。把群众的事当家事，件件有着落。' },
      ],
    })
  })
  it('counts headings and body, not title and subtitle', () => {
    expect(countArticle(article)).toBe(6 + 7 + 7 + 22)
    expect(articleLimit(article, { max: 42 })).toEqual([])
    expect(articleLimit(article, { max: 41 })[0]!.message).toBe('“典型材料正文”42字，超过41字上限1字，请精简。')
  })
  it('goes through the editor’s box unchanged', () => {
    expect(parseBody(bodyText(article))).toEqual(article.paragraphs)
  })
  it('takes no long line and no line of dates for a heading', () => {
    expect(['一、'.padEnd(60, '长'), '一二三', '(二）加强领导', '十一、其他'].map(headingLevel)).toEqual([0, 0, 2, 1])
  })
  it('is advised on title, headings and figures', () => {
    expect(articleAdvice(article)).toEqual([])
    const poor = { title: '2021年工作总结', subtitle: '', paragraphs: parseBody('（一）走访\n走访许多户。') }
    expect(articleAdvice(poor).map(({ code }) => code)).toEqual([
      ...['article.summary', 'article.heading', 'article.headingGap', 'article.figures'],
    ])
  })
})

describe('pasted HTML', () => {
  it('keeps its words and loses everything else', () => {
    const html = `<html><head><style>p{}</style><title>x</title></head><body><!--[if gte mso 9]><xml>y</xml><![endif]-->
<p class=MsoNormal><b>一、</b>用心&nbsp;走访<o:p></o:p></p><p>投入3.5&lt;万元&#x3002;<br>惠及</p><script>alert(1)</script></body></html>`
    expect(textFromHtml(html)).toBe('一、用心 走访\n投入3.5<万元。\n惠及')
  })
})
