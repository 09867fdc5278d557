import { createBrowserRouter, type RouteObject } from 'react-router'
import { Shell } from './layout/shell.tsx'
import { Crash, NotFound } from './pages/errors.tsx'
import { FirstRun } from './pages/first-run.tsx'
import { Login } from './pages/login.tsx'
import { Start } from './pages/start.tsx'
import { screens } from './screens.ts'
import { SessionGate } from './session/session-gate.tsx'

const screenRoutes: RouteObject[] = screens.map(({ path, element: Screen }) => ({
  path,
  element: <Screen />,
  errorElement: <Crash />,
}))

/** A room may offer the first page (path ''); until one does, the desk lists what there is. */
const start: RouteObject[] = screens.some(({ path }) => path === '') ? [] : [{ index: true, element: <Start /> }]

export const router = createBrowserRouter(
  [
    { path: '/login', element: <Login />, errorElement: <Crash /> },
    { path: '/first-run', element: <FirstRun />, errorElement: <Crash /> },
    {
      path: '/',
      element: (
        <SessionGate>
          <Shell />
        </SessionGate>
      ),
      errorElement: <Crash />,
      children: [...start, ...screenRoutes, { path: '*', element: <NotFound /> }],
    },
  ],
  { basename: '/desk' },
)
