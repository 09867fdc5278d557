import { Link } from 'react-router'
import { Sheet } from '#platform/ui/desk/index.ts'

/** Nothing waits: said kindly, with where to look for whoever follows a campaign. */
export const NothingWaits = ({ follows }: { follows: boolean }) => (
  <Sheet className="nothing-waits">
    <span className="done-seal" aria-hidden="true">
      办结
    </span>
    <h2>眼下没有要您办的事</h2>
    <p>轮到您办的事会出现在这里，并带着期限和下一步。</p>
    {follows && (
      <p>
        <Link to="/selection">看看推选进展</Link>
      </p>
    )}
  </Sheet>
)
