import { addressOf } from '#platform/http/shared/address.ts'
import { Answered, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { papersApi } from '../../shared/index.ts'
import { UnitPackages } from './package-panel.tsx'
import { type Paper, PaperList } from './paper-menu.tsx'

type Props = { submissionId: number; campaignId: number; packages: boolean }

/** A unit's papers to print, the plan's forms to fill in by hand, and all of it in one file. */
export const UnitPapers = ({ submissionId, campaignId, packages }: Props) => {
  const own = useEndpoint(papersApi.listUnitPapers, { params: { id: submissionId } })
  return (
    <Sheet title="表格下载">
      <Answered of={own} rows={2}>
        {({ papers }) => (
          <>
            {papers.length > 0 && <PaperList papers={papers.map(paper => ofUnit(submissionId, paper))} />}
            <BlankForms campaignId={campaignId} />
            {packages && <UnitPackages submissionId={submissionId} />}
          </>
        )}
      </Answered>
    </Sheet>
  )
}

const ofUnit = (id: number, { key, name }: { key: string; name: string }): Paper => ({
  key,
  name: `${name}（按已填内容）`,
  address: format => addressOf(papersApi.downloadUnitPaper.path, { id, paper: key, format }),
})

/** The plan's forms, empty. */
export const BlankForms = ({ campaignId: id }: { campaignId: number }) => {
  const blank = useEndpoint(papersApi.listBlankForms, { params: { id } })
  return (
    <Answered of={blank} rows={3}>
      {({ forms }) => (
        <PaperList
          papers={forms.map(({ key, name }) => ({
            key,
            name: `${name}（空白）`,
            address: format => addressOf(papersApi.downloadBlankForm.path, { id, form: key, format }),
          }))}
        />
      )}
    </Answered>
  )
}
