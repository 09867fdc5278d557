import type { State } from '#modules/micro-projects/shared/index.ts'
import type { Scene } from './scenes.ts'

/** One small work of the demo's year, and how far it has come on the demo's first day. */
export type Work = {
  village: number
  lead: number
  title: string
  place: string
  scale: string
  effect: string
  scene: Scene
  lines: [item: string, quantity: string, yuan: number, kind?: string][]
  /** In which batch it went to the meeting: what is of the second is still on its way. */
  batch: 1 | 2
  upTo: State
  /** How it ended where it stood: taken back by its village, not agreed to at the meeting, or given up under way. */
  ended?: 'withdrawn' | 'rejected' | 'ended'
  /** `signed-for`: two signatures in one hand, and one sheet photographed twice. */
  planted?: 'one-number' | 'signed-for' | 'wage' | 'few' | 'reused-picture'
}

export const villages = ['示例东村', '示例西村', '示例南村', '示例北村', '示例河社区', '示例桥社区']

export const works: Work[] = [
  {
    ...{ village: 0, lead: 0, title: '修补3组村道路面', place: '3组至小学路口', scene: 'road' },
    ...{ scale: '修补路面45米', effect: '方便36户出行，雨天不再积水' },
    lines: [
      ['水泥', '12包', 336],
      ['河沙', '2立方', 240],
    ],
    ...{ batch: 1, upTo: 'paid' },
  },
  {
    ...{ village: 1, lead: 0, title: '安装巷口太阳能路灯', place: '5组巷口', scene: 'lamp' },
    ...{ scale: '安装太阳能路灯2盏', effect: '照亮夜间回家路，方便28户' },
    lines: [['太阳能路灯', '2盏', 560]],
    ...{ batch: 1, upTo: 'paid' },
  },
  {
    ...{ village: 2, lead: 1, title: '清理并硬化排水沟', place: '2组晒谷坪旁', scene: 'ditch' },
    ...{ scale: '清淤80米，硬化30米', effect: '解决暴雨积水，惠及22户' },
    lines: [
      ['水泥', '8包', 224],
      ['砖', '300块', 180],
      ['运输', '1车', 120, 'tool'],
    ],
    ...{ batch: 1, upTo: 'paid' },
  },
  {
    ...{ village: 4, lead: 0, title: '添置小游园休息座椅', place: '社区小游园', scene: 'bench' },
    ...{ scale: '添置木座椅4张', effect: '方便居民休息交流' },
    lines: [
      ['防腐木', '6根', 390],
      ['螺丝五金', '1批', 85],
    ],
    ...{ batch: 1, upTo: 'paid' },
  },
  {
    ...{ village: 3, lead: 0, title: '粉刷美化文化墙', place: '村部西侧围墙', scene: 'wall' },
    ...{ scale: '粉刷围墙60平方米', effect: '改善村容村貌' },
    lines: [
      ['外墙涂料', '5桶', 450],
      ['滚筒毛刷', '8套', 96, 'tool'],
    ],
    ...{ batch: 1, upTo: 'accepted' },
  },
  {
    ...{ village: 5, lead: 1, title: '修整楼道口坡道', place: '2栋楼道口', scene: 'road' },
    ...{ scale: '新建无障碍坡道1处', effect: '方便推车和轮椅进出，惠及18户' },
    lines: [
      ['水泥', '6包', 168],
      ['扶手钢管', '4米', 260],
    ],
    ...{ batch: 1, upTo: 'committee' },
  },
  {
    ...{ village: 0, lead: 1, title: '更换老旧水井盖板', place: '1组老井', scene: 'ditch' },
    ...{ scale: '更换井盖板3块', effect: '消除安全隐患' },
    lines: [['预制盖板', '3块', 420]],
    ...{ batch: 1, upTo: 'publicity' },
  },
  {
    ...{ village: 1, lead: 1, title: '修建公交候车棚座凳', place: '村口候车点', scene: 'bench' },
    ...{ scale: '修建座凳1处', effect: '方便候车，惠及全村' },
    lines: [
      ['砖', '200块', 120],
      ['水泥', '4包', 112],
      ['瓷砖', '6平方米', 210],
    ],
    ...{ batch: 1, upTo: 'publicity' },
  },
  {
    ...{ village: 2, lead: 0, title: '加固灌溉渠边坡', place: '6组主渠', scene: 'ditch' },
    ...{ scale: '加固边坡25米', effect: '保障30亩水田灌溉' },
    lines: [
      ['水泥', '10包', 280],
      ['块石', '3立方', 270],
    ],
    ...{ batch: 1, upTo: 'completed' },
  },
  {
    ...{ village: 3, lead: 1, title: '硬化屋场晾晒坪', place: '4组屋场', scene: 'road' },
    ...{ scale: '硬化80平方米', effect: '方便16户晾晒' },
    lines: [
      ['水泥', '15包', 420],
      ['河沙', '1立方', 120],
    ],
    ...{ batch: 1, upTo: 'building' },
  },
  {
    ...{ village: 4, lead: 1, title: '重画停车位标线', place: '3栋前坪', scene: 'road' },
    ...{ scale: '画线18个车位', effect: '规范停车，留出消防通道' },
    lines: [
      ['标线漆', '3桶', 330],
      ['滚筒', '4个', 48, 'tool'],
    ],
    ...{ batch: 1, upTo: 'building', planted: 'reused-picture' },
  },
  {
    ...{ village: 5, lead: 0, title: '安装晾衣架', place: '5栋北侧空地', scene: 'bench' },
    ...{ scale: '安装晾衣架6组', effect: '方便居民晾晒' },
    lines: [
      ['钢管', '24米', 380],
      ['膨胀螺栓', '48个', 60],
    ],
    ...{ batch: 2, upTo: 'meeting' },
  },
  {
    ...{ village: 3, lead: 0, title: '增设垃圾分类亭', place: '1组路口', scene: 'wall' },
    ...{ scale: '增设分类亭1座', effect: '方便25户投放' },
    lines: [
      ['彩钢板', '8平方米', 320],
      ['角钢', '12米', 150],
    ],
    ...{ batch: 2, upTo: 'amount' },
  },
  {
    ...{ village: 1, lead: 0, title: '铺设田间便道', place: '7组田间', scene: 'road' },
    ...{ scale: '铺砂石路60米', effect: '方便农忙运输' },
    lines: [['碎石', '4立方', 360]],
    ...{ batch: 2, upTo: 'office', planted: 'one-number' },
  },
  {
    ...{ village: 2, lead: 1, title: '安装凉亭照明', place: '村口凉亭', scene: 'lamp' },
    ...{ scale: '安装照明灯3盏', effect: '方便村民夜间乘凉' },
    lines: [
      ['照明灯', '3盏', 210],
      ['电线', '40米', 120],
    ],
    ...{ batch: 2, upTo: 'office', planted: 'signed-for' },
  },
  {
    ...{ village: 0, lead: 0, title: '修缮村民议事亭', place: '村部东侧', scene: 'bench' },
    ...{ scale: '更换木凳2张、补瓦20片', effect: '方便村民议事' },
    lines: [
      ['木料', '1批', 180],
      ['瓦', '20片', 60],
    ],
    ...{ batch: 2, upTo: 'secretary' },
  },
  {
    ...{ village: 4, lead: 0, title: '补种绿化带', place: '1栋前绿化带', scene: 'wall' },
    ...{ scale: '补种麦冬50平方米', effect: '改善环境' },
    lines: [
      ['麦冬草', '50平方米', 300],
      ['人工', '2天', 200],
    ],
    ...{ batch: 2, upTo: 'draft', planted: 'wage' },
  },
  {
    ...{ village: 5, lead: 0, title: '设置楼栋公告栏', place: '各楼栋入口', scene: 'wall' },
    ...{ scale: '设置公告栏5块', effect: '方便居民了解社区事务' },
    lines: [['公告栏', '5块', 375]],
    ...{ batch: 2, upTo: 'draft', planted: 'few' },
  },
  {
    ...{ village: 2, lead: 0, title: '修复便民石阶', place: '4组至晒谷坪', scene: 'road' },
    ...{ scale: '修复石阶26级', effect: '方便20户老少出行' },
    lines: [
      ['水泥', '8包', 224],
      ['条石', '12块', 360],
    ],
    ...{ batch: 1, upTo: 'acceptance' },
  },
  {
    ...{ village: 3, lead: 0, title: '添置健身器材', place: '村部前坪', scene: 'bench' },
    ...{ scale: '添置健身器材2件', effect: '方便村民锻炼' },
    lines: [['健身器材', '2件', 780]],
    ...{ batch: 1, upTo: 'meeting', ended: 'rejected' },
  },
  {
    ...{ village: 0, lead: 1, title: '安装路口凸面镜', place: '2组三岔路口', scene: 'lamp' },
    ...{ scale: '安装凸面镜2面', effect: '消除视线盲区' },
    lines: [
      ['凸面镜', '2面', 260],
      ['立杆', '2根', 180],
    ],
    ...{ batch: 2, upTo: 'leader' },
  },
  {
    ...{ village: 4, lead: 1, title: '粉刷楼道墙面', place: '6栋楼道', scene: 'wall' },
    ...{ scale: '粉刷楼道3层', effect: '改善楼道环境' },
    lines: [['内墙涂料', '6桶', 480]],
    ...{ batch: 2, upTo: 'draft', ended: 'withdrawn' },
  },
  {
    ...{ village: 1, lead: 1, title: '更换塘边护栏', place: '6组水塘边', scene: 'ditch' },
    ...{ scale: '更换护栏24米', effect: '保障行人安全' },
    lines: [
      ['护栏', '24米', 520],
      ['水泥', '4包', 112],
    ],
    ...{ batch: 1, upTo: 'building', ended: 'ended' },
  },
]
