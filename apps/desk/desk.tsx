import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { RouterProvider } from 'react-router/dom'
import { Problem } from '#platform/http/shared/problem.ts'
import { deskTheme } from '#platform/ui/desk/theme.ts'
import { chinese } from './locale.ts'
import { router } from './router.tsx'

dayjs.locale('zh-cn')

/** A refusal will not change by asking again; a lost connection may. */
const retry = (failures: number, error: Error) =>
  failures < 2 && (!(error instanceof Problem) || error.status === 0 || error.status === 503)

const queries = new QueryClient({ defaultOptions: { queries: { retry, refetchOnWindowFocus: true } } })

/** hashPriority high: antd's `:where()` is newer than the browser floor (Chromium 87). */
export const Desk = () => (
  <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
    <ConfigProvider theme={deskTheme} locale={chinese} button={{ autoInsertSpace: false }}>
      <App notification={{ placement: 'top', duration: 8 }} message={{ top: 60 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StyleProvider>
)
