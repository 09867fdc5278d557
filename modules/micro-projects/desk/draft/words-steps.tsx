import { Form, Input, Radio } from 'antd'
import type { Brief } from '../../shared/index.ts'
import { tellingHelp } from '../telling.ts'
import type { StepProps } from './draft-form.tsx'

/** 办什么、在哪里、多大规模. */
export const WhatStep = ({ value, change }: StepProps) => (
  <Form layout="vertical">
    <Form.Item label="项目名称" htmlFor="title" {...tellingHelp('项目名称', value.title)}>
      <Input id="title" value={value.title} maxLength={60} onChange={({ target }) => change({ title: target.value })} />
    </Form.Item>
    <Form.Item label="在什么地方" htmlFor="place" extra="写到组、路口或者门前；不要写住户姓名。">
      <Input
        id="place"
        value={value.place}
        maxLength={100}
        onChange={({ target }) => change({ place: target.value })}
      />
    </Form.Item>
    <Words
      value={value}
      change={change}
      field="scale"
      label="规模数量"
      hint="例如：修补路面30米，安装太阳能路灯2盏。"
    />
    <Form.Item label="由谁来组织" extra="村（社区）或者街道统一组织实施的，不能使用微服务资金。">
      <Radio.Group
        vertical
        value={value.organiser}
        options={[
          { value: 'members', label: '党员、代表带领群众' },
          { value: 'village', label: '村（社区）统一组织' },
          { value: 'district', label: '街道统一组织' },
        ]}
        onChange={({ target }) => change({ organiser: target.value })}
      />
    </Form.Item>
  </Form>
)

/** 好处、经费来源和起止时间. */
export const WhenStep = ({ project, value, change }: StepProps) => (
  <Form layout="vertical">
    <Words value={value} change={change} field="effect" label="预期效果" hint="办好以后，哪些群众方便了、方便多少。" />
    <Words
      value={value}
      change={change}
      field="funding"
      label="经费来源"
      hint={`一般填“${project.programme.fundingSource}”。`}
    />
    <Day value={value} change={change} field="startsOn" label="什么时候开始" />
    <Day value={value} change={change} field="finishesOn" label="什么时候完成" />
  </Form>
)

type Field = Pick<StepProps, 'value' | 'change'> & { label: string; hint?: string; field: keyof Brief }

const Words = ({ value, change, field, label, hint }: Field) => (
  <Form.Item label={label} htmlFor={`brief.${field}`} extra={hint} {...tellingHelp(label, value.brief[field] ?? '')}>
    <Input.TextArea
      id={`brief.${field}`}
      autoSize={{ minRows: 2 }}
      maxLength={200}
      value={value.brief[field] ?? ''}
      onChange={({ target }) => change({ brief: { ...value.brief, [field]: target.value } })}
    />
  </Form.Item>
)

/** The telephone's own picker of dates, which everybody knows. */
const Day = ({ value, change, field, label }: Field) => (
  <Form.Item label={label} htmlFor={`brief.${field}`}>
    <Input
      id={`brief.${field}`}
      type="date"
      value={value.brief[field] ?? ''}
      onChange={({ target }) => change({ brief: { ...value.brief, [field]: target.value } })}
    />
  </Form.Item>
)
