/** Ends of organisations' names, and posts, as résumés write them without a space between (`××局办公室主任`). */
const UNIT =
  /(局|委|委员会|办|办公室|部|院|校|大学|学院|中学|小学|幼儿园|公司|厂|集团|中心|站|所|处|科|室|队|村|社区|街道|镇|乡|县|区|市|省|银行|协会|学会|联社|支部|总支|党委|党组|政府|法院|检察院|厅|组|馆|园|矿|店|社|台|库|署|基地|系|党群服务中心|工会|妇联|团委|消防救援大队)$/u
const POST =
  /(?:第一|常务|专职|兼职|原|副|党组|党委|党总支|党支部|支部|团|村|社区|见习|实习|代理|代|总|一级|二级|三级|四级|高级|中级|初级|主任(?=科员|医师|护师))*(?:书记|主任|科员|调研员|主办|干事|干部|局长|科长|处长|股长|部长|厅长|厂长|镇长|乡长|县长|区长|市长|院长|校长|园长|教师|老师|班主任|医师|医生|护士|护师|护士长|经理|董事长|会计|出纳|职员|工人|员工|队长|组长|站长|所长|馆长|台长|行长|主席|会长|秘书长|秘书|委员|民警|警员|法官|检察官|工程师|技术员|网格员|社工|记者|编辑|司机|战士|学员|学生|学习|专业|文员|办事员|负责人|村民|社员|成员)+$/u

export type UnitAndPost = { unit: string; post: string; clear: boolean }

const LONGEST_POST = 30
const SCHOOL = /^(.{2,20}?(?:大学|学院|学校|师范|党校|中专))(.*(?:专业|学习|学生|本科|专科|硕士|博士|研究生|进修|班))$/u

const bySchool = (text: string): UnitAndPost | undefined => {
  const [, unit, post] = SCHOOL.exec(text) ?? []
  return unit && post ? { unit, post, clear: false } : undefined
}

const byPost = (text: string): UnitAndPost | undefined => {
  const post = POST.exec(text.slice(-LONGEST_POST))?.[0]
  const unit = post ? text.slice(0, text.length - post.length) : ''
  return post && unit !== '' ? { unit, post, clear: false } : undefined
}

const byUnit = (text: string): UnitAndPost | undefined => {
  for (let end = text.length - 2; end >= 3; end -= 1)
    if (UNIT.test(text.slice(0, end))) return { unit: text.slice(0, end), post: text.slice(end), clear: false }
  return undefined
}

/** Unit and post out of one text: at a space or comma between them, else at the words that end a unit or name a post. */
export const unitAndPost = (text: string): UnitAndPost => {
  const plain = text.trim().replace(/[。；;]$/u, '')
  const parts = plain.split(/[\s\u3000]+|[，,]/u).filter(part => part !== '')
  if (parts.length === 2) return { unit: parts[0]!, post: parts[1]!, clear: true }
  if (parts.length > 2) return { unit: parts[0]!, post: parts.slice(1).join(''), clear: false }
  return bySchool(plain) ?? byPost(plain) ?? byUnit(plain) ?? { unit: plain, post: '', clear: false }
}
