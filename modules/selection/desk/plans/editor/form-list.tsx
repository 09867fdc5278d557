import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { ConfirmAction } from '#platform/ui/desk/index.ts'
import { titleOf, usePlan, usePlanValue } from '../form/plan-forms.ts'
import { blankForm, freeFormKey, usesOfForm } from '../schema/form-uses.ts'
import { labelOf } from '../schema/labels.ts'
import { valueAt } from '../text/edit-plan.ts'

/** Another form for the plan, with a title and one field to begin with. */
export const AddForm = ({ onAdded }: { onAdded: (key: string) => void }) => {
  const { value, edit } = usePlanValue(['forms'])
  const plan = usePlan()
  const [title, setTitle] = useState('')
  const add = () => {
    const key = freeFormKey((value ?? {}) as object)
    edit({ kind: 'set', path: ['forms', key], value: blankForm(String(plan.id), key, title.trim()) })
    setTitle('')
    onAdded(key)
  }
  return (
    <Space.Compact block className="plan-add-form">
      <Input
        value={title}
        maxLength={60}
        placeholder="新表的名称，如“推荐表”"
        aria-label="新表的名称"
        onChange={({ target }) => setTitle(target.value)}
        onPressEnter={() => title.trim() && add()}
      />
      <Button icon={<PlusOutlined />} disabled={title.trim() === ''} onClick={add}>
        添加表格
      </Button>
    </Space.Compact>
  )
}

/** Takes a form out of the plan, once nothing names it any more. */
export const RemoveForm = ({ form }: { form: string }) => {
  const path = ['forms', form]
  const { value, edit } = usePlanValue(path)
  const plan = usePlan()
  const uses = usesOfForm(plan, form).map(
    at => `${labelOf(at.slice(0, 1))}“${titleOf(valueAt(plan, at.slice(0, 2))) ?? ''}”`,
  )
  if (uses.length > 0)
    return <p className="plan-help">这张表正用于{[...new Set(uses)].join('、')}。先在那里换成别的表，才能删除。</p>
  return (
    <ConfirmAction
      label="删除这张表"
      title={`删除“${titleOf(value) ?? form}”？`}
      confirmLabel="删除"
      danger
      button={{ size: 'small' }}
      onConfirm={async () => {
        edit({ kind: 'remove', path })
        return true
      }}
    >
      <p>表中的栏目和附表样式一并删除。删错了可以用“撤销”找回。</p>
    </ConfirmAction>
  )
}
