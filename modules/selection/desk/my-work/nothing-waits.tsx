import { Sheet } from '#platform/ui/desk/index.ts'

/** Nothing waits: said kindly. */
export const NothingWaits = () => (
  <Sheet className="nothing-waits">
    <span className="done-seal" aria-hidden="true">
      办结
    </span>
    <h2>眼下没有要您办的事</h2>
    <p>轮到您办的事会出现在这里，并带着期限和下一步。</p>
  </Sheet>
)
