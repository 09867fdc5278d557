import { Button, Form, Input, Select } from 'antd'
import type { Rules } from '../../shared/index.ts'
import type { Election } from './election-types.ts'

export type Witness = Election['witnesses'][number]

type ReasonsProps = { reasons: Rules['voidReasons']; onChange: (reasons: Rules['voidReasons']) => void }

/** Why a ballot may be voided: said before the opening, or never. */
export const VoidReasons = ({ reasons, onChange }: ReasonsProps) => {
  const set = (at: number, name: string) => onChange(reasons.map((each, n) => (n === at ? { ...each, name } : each)))
  return (
    <Form.Item label="作废理由（冻结后不能再加；没有写明的理由，不能作废选票）">
      {reasons.map(({ code, name }, at) => (
        <div key={code} className="listed">
          <Input
            aria-label={`作废理由${at + 1}`}
            value={name}
            maxLength={200}
            onChange={({ target }) => set(at, target.value)}
          />
          <Button onClick={() => onChange(reasons.filter((_, n) => n !== at))}>移除</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...reasons, { code: freeCode(reasons), name: '' }])}>加一条理由</Button>
    </Form.Item>
  )
}

const freeCode = (reasons: Rules['voidReasons']): string => {
  const taken = new Set(reasons.map(({ code }) => code))
  let n = reasons.length + 1
  while (taken.has(`reason-${n}`)) n += 1
  return `reason-${n}`
}

const ways = [
  { value: 'folder' as const, label: '共享文件夹' },
  { value: 'post' as const, label: '网址' },
]
const hints = { folder: '文件夹名称，不带路径', post: 'https://…，主机须由系统管理员登记' }

type WitnessesProps = { witnesses: Witness[]; onChange: (witnesses: Witness[]) => void }

/** Who keeps a copy of every head outside this house, and where it is sent. */
export const Witnesses = ({ witnesses, onChange }: WitnessesProps) => {
  const set = (at: number, part: Partial<Witness>) =>
    onChange(witnesses.map((each, n) => (n === at ? { ...each, ...part } : each)))
  return (
    <Form.Item label="外部见证方（每个树头都送一份，两个以上才有公信力）">
      {witnesses.map(({ name, kind, address }, at) => (
        <div
          // A witness has no key of its own and keeps its place while it is edited.
          key={at}
          className="listed"
        >
          <Input
            aria-label={`见证方${at + 1}名称`}
            placeholder="单位名称"
            value={name}
            maxLength={100}
            onChange={({ target }) => set(at, { name: target.value })}
          />
          <Select
            aria-label={`见证方${at + 1}送达方式`}
            value={kind}
            options={ways}
            onChange={value => set(at, { kind: value })}
          />
          <Input
            aria-label={`见证方${at + 1}送到哪里`}
            placeholder={hints[kind]}
            value={address}
            maxLength={500}
            onChange={({ target }) => set(at, { address: target.value })}
          />
          <Button onClick={() => onChange(witnesses.filter((_, n) => n !== at))}>移除</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...witnesses, { name: '', kind: 'folder', address: '' }])}>加一个见证方</Button>
    </Form.Item>
  )
}

const algorithms: { value: Rules['hash']; label: string }[] = [
  { value: 'sha256', label: '国际通用（SHA-256，Ed25519）' },
  { value: 'sm3', label: '国密（SM3，SM2）' },
]

type AlgorithmsProps = { hash: Rules['hash']; onChange: (hash: Rules['hash']) => void }

/** What the log is hashed and signed with; both verifiers know both. */
export const Algorithms = ({ hash, onChange }: AlgorithmsProps) => (
  <Form.Item label="投票记录的校验和签名算法" htmlFor="hash">
    <Select id="hash" value={hash} options={algorithms} onChange={onChange} />
  </Form.Item>
)
