import { describe, expect, it } from 'vitest'
import { readNotice } from './read-notice.ts'
import { baseNotices, datesIn } from './shared/index.ts'
import { announced } from './testing/announced.ts'

const onFile = (year: number) =>
  baseNotices
    .find(notice => notice.year === year)!
    .holidays.map(({ name, off, work }) => ({ name, off: off.flatMap(datesIn), work: [...work] }))

describe('the wording of notices', () => {
  it.each(Object.entries(announced))('of %s is read as it stands in the calendar', (year, text) => {
    expect(readNotice(text)).toEqual({
      year: Number(year),
      holidays: onFile(Number(year)),
      unread: [],
      problems: [],
    })
  })

  it('of supplementary notices is read as one holiday', () => {
    const victory =
      '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知\n2015年9月3日全国放假1天。为方便公众安排假日期间生活，特作如下调休：9月3日至5日调休放假，共3天。其中9月3日（星期四）放假，9月4日（星期五）调休，9月6日（星期日）上班。'
    const labour =
      '国务院办公厅关于调整2019年劳动节假期安排的通知\n现将调整2019年劳动节假期安排通知如下：2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。'
    expect([victory, labour].map(readNotice)).toEqual([
      {
        year: 2015,
        holidays: [{ name: '抗战胜利纪念日', off: ['2015-09-03', '2015-09-04', '2015-09-05'], work: ['2015-09-06'] }],
        unread: [],
        problems: [],
      },
      {
        year: 2019,
        holidays: [
          {
            name: '劳动节',
            off: ['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04'],
            work: ['2019-04-28', '2019-05-05'],
          },
        ],
        unread: [],
        problems: [],
      },
    ])
  })
})

describe('a notice that cannot be taken as it stands', () => {
  const read = (body: string) => readNotice(`关于2026年部分节假日安排的通知\n${body}`)

  it.each([
    [
      '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周六）上班。',
      '“1月4日（星期六）”与日历不符，2026-01-04是星期日，请核对年份和日期。',
    ],
    [
      '一、元旦：1月1日至3日放假调休，共4天。1月4日（周日）上班。',
      '“元旦”写明共4天，读出的放假日期为3天，请核对原文。',
    ],
    ['一、清明节：4月31日放假。', '“4月31日”不是有效日期，请核对。'],
    ['一、国庆节：10月7日至1日放假。', '“10月7日至1日”的起止日期不合理，请核对。'],
    ['一、元旦：放假调休。', '“元旦”一条没有读出放假日期，请核对原文，或改用表格录入。'],
    ['各单位放好假。', '没有找到放假条目，请粘贴通知全文，或改用表格录入。'],
  ])('%s', (body, problem) => {
    expect(read(body).problems).toContain(problem)
  })

  it('without a year asks for its title', () => {
    expect(readNotice('一、元旦：1月1日放假。').problems).toEqual([
      '没有找到年份，请连同标题“关于××××年部分节假日安排的通知”一起粘贴。',
    ])
  })

  it('that extends a holiday asks for the table', () => {
    const text =
      '国务院办公厅关于延长2020年春节假期的通知\n一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。'
    expect(readNotice(text).problems).not.toEqual([])
  })

  it('shows clauses with dates that it did not use', () => {
    expect(read('一、元旦：1月1日放假。1月2日视情安排。').unread).toEqual(['1月2日视情安排'])
  })
})

describe('a table', () => {
  it('is read line by line', () => {
    const text =
      '日期\t安排\t节日\n2026-12-31 至 2027-01-02\t放假\t元旦\n\n2027/1/4,上班,元旦\n2027-10-01~2027-10-02 休 国庆节'
    expect(readNotice(text)).toEqual({
      year: 2027,
      holidays: [
        { name: '元旦', off: ['2026-12-31', '2027-01-01', '2027-01-02'], work: ['2027-01-04'] },
        { name: '国庆节', off: ['2027-10-01', '2027-10-02'], work: [] },
      ],
      unread: [],
      problems: [],
    })
  })

  it('names the lines that are wrong', () => {
    expect(
      readNotice('2027-01-01 放假 元旦\n2027-02-30 放假 春节\n2027-03-01\n2027-10-07至2027-10-01 放假 国庆节').problems,
    ).toEqual([
      '第2行：“2027-02-30”不是有效日期。',
      '第3行：格式应为“日期 放假或上班 节日名称”，例如“2027-01-04 上班 元旦”。',
      '第4行：起止日期不合理。',
    ])
  })
})
