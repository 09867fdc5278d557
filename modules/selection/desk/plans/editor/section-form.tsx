import { Sheet } from '#platform/ui/desk/index.ts'
import { PlanField } from '../form/plan-field.tsx'
import { partSchema } from '../schema/plan-schema.ts'
import { FormsSection } from './forms-section.tsx'
import type { Section } from './sections.ts'

/** The forms of one section of the outline. */
export const SectionForm = ({ section }: { section: Section }) => (
  <Sheet title={section.title} className="plan-section">
    {section.key === 'forms' ? (
      <FormsSection />
    ) : (
      section.parts.map(part => <PlanField key={part} schema={partSchema(part)} path={[part]} />)
    )}
  </Sheet>
)
