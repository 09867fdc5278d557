import { ConfigProvider, type ThemeConfig } from 'antd'
import type { ComponentType } from 'react'
import { useNarrow } from '#platform/ui/desk/index.ts'
import './phone-first.css'

/** What a thumb hits without looking, px; WCAG 2.2 2.5.5 asks for as much. */
const THUMB = 44

/** The desk's clothes on a telephone: controls that a thumb hits, letters that need no glasses. */
const phone: ThemeConfig = {
  token: { fontSize: 16, controlHeight: THUMB, controlHeightSM: THUMB, controlHeightLG: 50 },
  components: { Segmented: { controlHeight: THUMB + 4 } },
}
const asItIs: ThemeConfig = {}

/** A screen that village staff and representatives use standing in a field: made for the telephone first. */
export const phoneFirst = (Screen: ComponentType): ComponentType => {
  const PhoneFirst = () => (
    <ConfigProvider theme={useNarrow() ? phone : asItIs}>
      <div className="phone-first">
        <Screen />
      </div>
    </ConfigProvider>
  )
  return PhoneFirst
}
