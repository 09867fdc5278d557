import { describe, expect, it } from 'vitest'
import { type UrgedUnit, urgeMessage, urgeText } from './urge-words.ts'

const unit = (unitName: string, kind: UrgedUnit['kind'], note = ''): UrgedUnit => ({
  submissionId: 1,
  unitName,
  kind,
  note,
})
const urging = { shortTitle: '百名先进', dueOn: '2021-12-30', workdaysLeft: 4 }

describe('the words of a 催报', () => {
  it('group units by why they are urged, with counts only', () => {
    const units = [
      unit('乙县', 'returned'),
      unit('甲区', 'unstarted'),
      unit('丙局', 'promised', '缺2章'),
      unit('丁县', 'unstarted'),
    ]
    expect(urgeText({ ...urging, units })).toBe(
      [
        '【提醒】百名先进推荐上报进度',
        '上报截止日期为12月30日（还有4个工作日）。',
        '【未开始】2个单位：甲区、丁县。尚未开始填报，请尽快组织推荐。',
        '【退回修改】1个单位：乙县。材料已退回，请按意见修改后重新上报。',
        '【待补章】1个单位：丙局（缺2章）。有盖章件尚未补齐，请按承诺日期补报。',
        '如已办理请忽略。',
      ].join('\n'),
    )
  })

  it('tell a unit of itself only', () => {
    expect(urgeMessage({ ...urging, units: [unit('甲区', 'drafting')] })).toEqual({
      subject: '百名先进：催报提醒',
      body: '贵单位已开始填报、尚未上报，请抓紧完成。上报截止日期为12月30日（还有4个工作日）。',
    })
    const { body } = urgeMessage({ ...urging, units: [unit('甲区', 'drafting'), unit('乙县', 'returned')] })
    expect(body).toBe('请登录系统查看待办，抓紧办理。上报截止日期为12月30日（还有4个工作日）。')
  })

  it('say that today is the last day, and nothing of a deadline that is not set', () => {
    expect(urgeText({ ...urging, workdaysLeft: 0, units: [] })).toContain('（今天截止）')
    expect(urgeText({ ...urging, dueOn: null, workdaysLeft: null, units: [] })).not.toContain('截止')
  })
})
