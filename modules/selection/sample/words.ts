import { type Article, countWords, parseBody } from '#kernel/forms/shared/index.ts'
import type { Random } from './random.ts'

const deeds = [
  '走访困难家庭86户，帮助解决就医、入学、用水等问题112件。',
  '建立问题清单和办结台账，每件事明确责任人和完成时限，办结率达到98%。',
  '牵头改造背街小巷6条，更换路灯240盏，惠及居民1300户。',
  '组织党员志愿服务46场，累计服务群众5200人次。',
  '推动老旧小区加装扶手和休息座椅，方便老年人出行。',
  '协调有关部门为320户居民补办不动产登记手续。',
  '开设“周末不打烊”窗口，两年受理事项2600件，群众等候时间缩短一半。',
  '坚持每周下村两天，把矛盾化解在田间地头，连续三年无信访积案。',
]

const headings = ['一、把群众的难事当成自己的事', '二、把好事一件一件办实', '三、让群众来评判办得好不好']

/** About `characters` 字 of made-up plain prose, never more than `most`. */
export const sampleText = (random: Random, characters: number, most = characters): string => {
  let text = ''
  while (countWords(text) < characters) {
    const next = text + random.pick(deeds)
    if (countWords(next) > most) break
    text = next
  }
  return text || deeds[4]!
}

/** A made-up 典型材料 with three headings, between nine tenths of `characters` and `characters` 字. */
export const sampleArticle = (random: Random, name: string, characters: number): Article => {
  const each = Math.floor((characters - 60) / 3)
  const body = headings.map(heading => `${heading}\n${sampleText(random, each * 0.9, each)}`).join('\n')
  return { title: '用心用情办好群众身边的小事', subtitle: `${name}典型事迹材料`, paragraphs: parseBody(body) }
}
