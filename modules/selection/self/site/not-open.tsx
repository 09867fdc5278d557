import { Paper } from '#platform/ui/site/index.ts'

/** Before it opens, or when the day has passed. */
export const NotOpen = () => (
  <Paper title="现在不受理自荐和举荐">
    <p>网上自荐和举荐还没有开始，或者已经截止。</p>
    <p>
      已经提交过的，可以<a href="/self-recommendations">凭回执号查询</a>办理情况。
    </p>
  </Paper>
)
