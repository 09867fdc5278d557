import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { signatureApi } from '../../shared/index.ts'
import { HouseholdField, isNamed, noHousehold, refOf, type TypedHousehold } from './household-field.tsx'
import { SheetPicture } from './sheet-picture.tsx'

type Row = TypedHousehold & { key: number }
const newRow = (key: number): Row => ({ ...noHousehold, key })

/** 代录: the photograph of a sheet, and the households that signed on it, row by row as they stand there. */
export const PaperDialog = ({ projectId, onClose }: { projectId: number; onClose: () => void }) => {
  const [sheet, setSheet] = useState<StoredFile>()
  const [rows, setRows] = useState<Row[]>([newRow(1)])
  const save = useAction(signatureApi.signOnPaper, { success: '已登记', quiet: true, onDone: onClose })
  const filled = rows.filter(isNamed)
  const edit = (key: number, change: TypedHousehold) =>
    setRows(before => before.map(row => (row.key === key ? { ...change, key } : row)))
  const submit = () =>
    save.run({ params: { id: projectId }, body: { sheetKey: sheet!.key, households: filled.map(refOf) } })
  return (
    <Modal
      open
      title="代录纸质签名"
      width={720}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={`登记${filled.length}户`}
      okButtonProps={{ disabled: !sheet || filled.length === 0 }}
      confirmLoading={save.running}
      onOk={submit}
    >
      <SheetPicture projectId={projectId} sheet={sheet} onChange={setSheet} />
      <ol className="paper-rows">
        {rows.map(row => (
          <li key={row.key}>
            <HouseholdField
              projectId={projectId}
              value={row}
              row={filled.indexOf(row)}
              onChange={next => edit(row.key, next)}
            />
            <RowFault problem={save.problem} at={filled.indexOf(row)} />
            {rows.length > 1 && (
              <Button type="link" size="small" onClick={() => setRows(before => before.filter(each => each !== row))}>
                删除这一行
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Button onClick={() => setRows(before => [...before, newRow(before.at(-1)!.key + 1)])}>再加一户</Button>
      {save.problem && <ProblemNotice problem={save.problem} onRetry={submit} />}
    </Modal>
  )
}

const RowFault = ({ problem, at }: { problem: ReturnType<typeof useAction>['problem']; at: number }) => {
  const fault =
    at >= 0 &&
    problem?.findings?.find(({ path }) => path === `households.${at}` || path?.startsWith(`households.${at}.`))
  return fault ? (
    <p className="signing-fault" role="alert">
      {fault.message}
    </p>
  ) : null
}
