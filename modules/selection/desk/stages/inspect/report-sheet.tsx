import { useState } from 'react'
import { ArticleEditor } from '#kernel/forms/desk/index.tsx'
import { Sheet, useAction } from '#platform/ui/desk/index.ts'
import { inspectApi } from '../../../shared/index.ts'
import { useKept } from '../use-kept.ts'
import type { InspectedUnit, Inspections, Params, Shown } from './inspect-types.ts'
import { Papers } from './papers.tsx'

/** 考察情况报告: one for the unit, written here or handed in as a scan. */
export const ReportSheet = ({ list, unit, params }: { list: Inspections; unit: InspectedUnit; params: Params }) => {
  const editable = unit.permissions.write
  const [draft, setDraft] = useState({ report: unit.report, files: unit.files as Shown[] })
  const save = useAction(inspectApi.saveReport, { changes: [inspectApi.listInspections] })
  useKept(draft, editable, ({ report, files }) =>
    save.run({
      params: { ...params, submissionId: unit.submissionId },
      body: { report, fileKeys: files.map(({ key }) => key) },
    }),
  )
  return (
    <Sheet
      title={list.reports[0]!.name}
      extra={
        <span role="status">
          {editable && (save.problem ? '没有保存成功' : save.running ? '正在保存' : '随填随存')}
        </span>
      }
    >
      <Papers
        label="盖章扫描件"
        files={draft.files}
        editable={editable}
        onChange={files => setDraft(before => ({ ...before, files }))}
      />
      <ArticleEditor
        article={draft.report}
        findings={[]}
        limit={{}}
        readOnly={!editable}
        path={`report.${unit.submissionId}`}
        onChange={report => setDraft(before => ({ ...before, report }))}
      />
    </Sheet>
  )
}
