import type { Random } from './random.ts'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const given = {
  男: ['建国', '志强', '海峰', '国庆', '文斌', '晓东', '立新', '明辉', '永刚', '春生', '伟', '刚', '磊', '勇', '洪涛'],
  女: ['秀兰', '玉珍', '海燕', '春梅', '丽华', '晓红', '桂英', '雪梅', '静怡', '芳', '薇', '敏', '玲', '婷', '红霞'],
} as const

export type SamplePerson = {
  name: string
  gender: '男' | '女'
  birthDate: string
  idNumber: string
  workStart: string
  joinedParty: string
  phone: string
}

const two = (n: number) => String(n).padStart(2, '0')

/** A made-up person whose dates and number agree. Nobody's number begins with a province's code, so it is nobody's. */
export const samplePerson = (random: Random): SamplePerson => {
  const gender = random.pick(['男', '女'] as const)
  const year = 1966 + random.whole(28)
  const birthDate = `${year}-${two(1 + random.whole(12))}-${two(1 + random.whole(28))}`
  return {
    name: random.pick(surnames) + random.pick(given[gender]),
    gender,
    birthDate,
    idNumber: idNumberOf(birthDate, gender, random),
    workStart: `${year + 20}.07`,
    joinedParty: `${year + 22}.07`,
    phone: `1390000${String(random.whole(10_000)).padStart(4, '0')}`,
  }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: region, birth, sequence (odd for men), check character. */
const idNumberOf = (birthDate: string, gender: '男' | '女', random: Random): string => {
  const sequence = random.whole(490) * 2 + (gender === '男' ? 1 : 2)
  const body = `410000${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * weights[index]!, 0)
  return body + '10X98765432'[sum % 11]
}
