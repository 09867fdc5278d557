import { Page } from '#platform/ui/desk/index.ts'
import { ObjectionInbox } from '../objection-inbox.tsx'

/** 异议受理: for the named officers of the receiving unit. */
const ObjectionsPage = () => (
  <Page title="异议受理" meta="反映人和原话只有本单位受理人能看到，不要转述、截图或外传。">
    <ObjectionInbox />
  </Page>
)

export default ObjectionsPage
