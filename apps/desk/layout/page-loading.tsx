import { Loading } from '#platform/ui/desk/loading.tsx'

/** While a screen's code is on its way. */
export const PageLoading = () => (
  <div className="page">
    <Loading rows={6} />
  </div>
)
