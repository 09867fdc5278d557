import { FormDefinition } from '#kernel/forms/shared/index.ts'
import {
  articleDocument,
  type Document,
  formDocument,
  joined,
  officialDocument,
  PROFILES,
  paragraph,
} from '../index.ts'

/** A form of a made-up city with every kind of cell. */
export const sampleForm = FormDefinition.parse({
  key: 'sample/person',
  title: ['示例市推荐表'],
  subject: { kind: 'person', name: 'name' },
  cover: { title: ['示例市推荐表'], entries: [{ label: '姓名', field: 'name' }] },
  sections: [
    {
      title: '全部',
      fields: [
        { kind: 'name', key: 'name', label: '姓名' },
        { kind: 'choice', key: 'type', label: '类别', options: ['甲', '乙'], boxes: true },
        { kind: 'longText', key: 'deeds', label: '事迹' },
        { kind: 'opinion', key: 'county', label: '县区意见' },
        { kind: 'rows', key: 'people', label: '名单', fields: [{ kind: 'name', key: 'name', label: '姓名' }] },
      ],
    },
  ],
  grid: {
    columns: [30, 60, 66],
    rows: [
      { cells: [{ label: '姓名' }, { field: 'name' }, { field: 'type', rowspan: 2 }] },
      {
        height: 40,
        cells: [
          { label: '事迹', vertical: true },
          { field: 'deeds', align: 'left' },
        ],
      },
      { cells: [{ label: '意见' }, { seal: 'county', colspan: 2 }] },
      {
        repeat: 'people',
        atLeast: 2,
        cells: [{ counter: true }, { text: '{name}同志' }, { label: '备注', rowspan: 'all' }],
      },
    ],
  },
})

export const sampleAnswers = {
  name: '欧阳䶮',
  type: '甲',
  deeds: '2021年办实事12件。\n群众满意。',
  people: [{ name: '𠮷㛃' }],
  county: { opinion: '同意推荐。', signer: '李四', date: '2021-12-24' },
}

export const sampleArticle = {
  title: '聚焦“一老一小”办实事',
  subtitle: '欧阳䶮同志典型事迹材料',
  paragraphs: [
    { level: 1 as const, text: '一、用心' },
    { level: 0 as const, text: '走访1200户，镕犇。' },
    { level: 2 as const, text: '（一）用情' },
  ],
}

/** Form and article in one file, each in its own layout. */
export const sampleFile = (): Document =>
  joined('示例', [
    formDocument(sampleForm, sampleAnswers),
    articleDocument(sampleArticle, PROFILES['luoyang2021-material']!),
  ])

/** A notice with everything GB/T 9704 knows. */
export const sampleNotice = (): Document =>
  officialDocument({
    letterhead: { offices: ['示例市人民政府办公室'], urgency: '特急' },
    number: '示政办发〔2021〕32号',
    title: '关于开展办实事活动的通知',
    addressee: '各县区人民政府',
    body: [
      { level: 0, text: '现将有关事项通知如下。' },
      { level: 1, text: '范围' },
      { level: 2, text: '单位' },
      { level: 3, text: '县区' },
      { level: 4, text: '乡镇' },
      { level: 2, text: '个人' },
      { level: 1, text: '时间' },
    ],
    annexes: [
      { name: '推荐表', blocks: [paragraph('一张表。', { indent: 2 })] },
      { name: '名额表', blocks: [paragraph('两张表。', { indent: 2 })] },
    ],
    signature: { offices: ['示例市人民政府办公室'], date: '2021-12-24', sealed: true },
    remark: '此件公开发布',
    imprint: { copyTo: '市委办公室', office: '示例市人民政府办公室', date: '2021-12-24' },
  })
