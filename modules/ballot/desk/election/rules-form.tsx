import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { WindowPicker } from '#kernel/calendar/desk/index.tsx'
import { Sheet, Uploader, useAction } from '#platform/ui/desk/index.ts'
import { ballotDeskApi, type Rules } from '../../shared/index.ts'
import { censusWords, orderWords } from '../words.ts'
import { CandidateLists } from './candidate-lists.tsx'
import type { Election } from './election-types.ts'
import { Algorithms, VoidReasons, type Witness, Witnesses } from './rules-proof.tsx'

const options = <Key extends string>(words: Record<Key, string>) =>
  (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label }))

const utc = (instant: string) => Temporal.Instant.from(instant).toString({ smallestUnit: 'second' })

/** The rules before the freeze. Candidates come from whoever asked for the vote. */
export const RulesForm = ({ election }: { election: Election }) => {
  const [rules, setRules] = useState<Rules>(election.rules)
  const [witnesses, setWitnesses] = useState(election.witnesses)
  const save = useAction(ballotDeskApi.saveRules, { success: '规则已保存' })
  const change = (part: Partial<Rules>) => setRules({ ...rules, ...part })
  const body = asSaved(rules, witnesses)
  const unsaved = JSON.stringify(body) !== JSON.stringify({ rules: election.rules, witnesses: election.witnesses })
  return (
    <Sheet
      title="规则"
      extra={
        <Button
          type="primary"
          disabled={!unsaved}
          loading={save.running}
          onClick={() => save.run({ params: { id: election.id }, body })}
        >
          保存规则
        </Button>
      }
    >
      <Form layout="vertical" className="rules-form">
        <Form.Item label="投票时间">
          <WindowPicker
            value={rules}
            onChange={given => given && change({ opensAt: utc(given.opensAt), closesAt: utc(given.closesAt) })}
          />
        </Form.Item>
        <Form.Item label="结果怎么用（投票页面和公告上都会写明）" htmlFor="effect">
          <Input.TextArea
            id="effect"
            value={rules.effect}
            autoSize
            maxLength={500}
            onChange={({ target }) => change({ effect: target.value })}
          />
        </Form.Item>
        <Voters election={election} rules={rules} change={change} />
        <Form.Item label="候选次序" htmlFor="order">
          <Select id="order" value={rules.order} options={options(orderWords)} onChange={order => change({ order })} />
        </Form.Item>
        <Form.Item label="截止前可以改几次" htmlFor="changes">
          <InputNumber
            id="changes"
            min={0}
            max={100}
            value={rules.changes}
            onChange={value => change({ changes: value ?? 0 })}
          />
        </Form.Item>
        <Limits rules={rules} change={change} />
        <VoidReasons reasons={rules.voidReasons} onChange={voidReasons => change({ voidReasons })} />
        <Witnesses witnesses={witnesses} onChange={setWitnesses} />
        <Algorithms hash={rules.hash} onChange={hash => change({ hash })} />
      </Form>
      <CandidateLists categories={rules.categories} />
    </Sheet>
  )
}

/** Rows that nobody filled in are none. */
const asSaved = (rules: Rules, witnesses: Witness[]) => {
  const named = witnesses.filter(({ name }) => name.trim())
  const voidReasons = rules.voidReasons.filter(({ name }) => name.trim())
  return { rules: { ...rules, voidReasons, witnesses: named.map(({ name }) => name.trim()) }, witnesses: named }
}

type Part = { rules: Rules; change: (part: Partial<Rules>) => void }

const Voters = ({ election, rules, change }: Part & { election: Election }) => (
  <>
    <Form.Item label="谁可以投" htmlFor="census">
      <Select
        id="census"
        value={rules.eligibility.census}
        options={options(censusWords)}
        onChange={census => change({ eligibility: { ...rules.eligibility, census } })}
      />
    </Form.Item>
    <Form.Item>
      <Checkbox
        checked={rules.eligibility.wechat}
        onChange={({ target }) => change({ eligibility: { ...rules.eligibility, wechat: target.checked } })}
      >
        一个微信号只能用于一个手机号（须在微信里打开，平台已接入公众号）
      </Checkbox>
    </Form.Item>
    {election.rules.eligibility.census !== 'none' && (
      <Form.Item label={`投票人名册（现有${election.census.toLocaleString()}人）`}>
        <Uploader
          endpoint={ballotDeskApi.importCensus}
          params={{ id: election.id }}
          accept=".xlsx"
          label="导入名册"
          hint={
            <>
              <a href={ballotDeskApi.censusTemplate.path.replace('{id}', String(election.id))}>下载模板</a>
              ：手机号码和分组两列。再次导入会整个替换；手机号只留下加密的指纹。
            </>
          }
          onUploaded={() => window.location.reload()}
        />
      </Form.Item>
    )}
  </>
)

/** How many may be chosen in each category. */
const Limits = ({ rules, change }: Part) => {
  const set = (key: string, part: object) =>
    change({ categories: rules.categories.map(each => (each.key === key ? { ...each, ...part } : each)) })
  return (
    <table className="limits num">
      <thead>
        <tr>
          <th scope="col">类别</th>
          <th scope="col">候选</th>
          <th scope="col">最少选</th>
          <th scope="col">最多选</th>
          <th scope="col">可以不选</th>
        </tr>
      </thead>
      <tbody>
        {rules.categories.map(({ key, name, min, max, blank, candidates }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{candidates.length}</td>
            <td>
              <InputNumber
                aria-label={`${name}最少选`}
                min={1}
                max={max}
                value={min}
                onChange={value => set(key, { min: value ?? 1 })}
              />
            </td>
            <td>
              <InputNumber
                aria-label={`${name}最多选`}
                min={1}
                max={candidates.length}
                value={max}
                onChange={value => set(key, { max: value ?? 1 })}
              />
            </td>
            <td>
              <Checkbox
                aria-label={`${name}可以不选`}
                checked={blank}
                onChange={({ target }) => set(key, { blank: target.checked })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
