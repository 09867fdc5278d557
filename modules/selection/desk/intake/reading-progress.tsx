import { Progress } from 'antd'
import type { BroughtForm } from '../../intake/shared/api.ts'
import { unread } from './use-brought-forms.ts'

/** How far the files are, while some are still to be read; the page can be left meanwhile. */
export const ReadingProgress = ({ forms }: { forms: BroughtForm[] }) => {
  const left = unread(forms).length
  if (left === 0) return null
  const done = forms.length - left
  return (
    <div className="intake-progress" role="status">
      <Progress
        percent={Math.round((100 * done) / forms.length)}
        size="small"
        showInfo={false}
        aria-label={`已读${done}份，共${forms.length}份`}
      />
      <span className="num">
        已读{done}份，共{forms.length}份。可以离开此页，读完后回来核对。
      </span>
    </div>
  )
}
