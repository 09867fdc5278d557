import { lazy, type ReactNode, Suspense } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Shell } from './layout/shell.tsx'
import { Crash, NotFound } from './pages/errors.tsx'
import { Start } from './pages/start.tsx'
import { screens } from './screens.ts'
import { SessionGate } from './session/session-gate.tsx'

const Login = lazy(() => import('./pages/login.tsx'))
const FirstRun = lazy(() => import('./pages/first-run.tsx'))

/** Pages outside the shell, loaded when someone comes to them. */
const door = (element: ReactNode): ReactNode => <Suspense>{element}</Suspense>

const screenRoutes: RouteObject[] = screens.map(({ path, element: Screen }) => ({
  path,
  element: <Screen />,
  errorElement: <Crash />,
}))

/** A room may offer the first page (path ''); until one does, the desk lists what there is. */
const start: RouteObject[] = screens.some(({ path }) => path === '') ? [] : [{ index: true, element: <Start /> }]

export const router = createBrowserRouter(
  [
    { path: '/login', element: door(<Login />), errorElement: <Crash /> },
    { path: '/first-run', element: door(<FirstRun />), errorElement: <Crash /> },
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
