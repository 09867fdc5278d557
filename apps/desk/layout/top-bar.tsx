import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { Suspense } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { DemoClock } from '../demo/demo-clock.tsx'
import { tools } from '../screens.ts'
import { AccountMenu } from './account-menu.tsx'
import { Connection } from './connection.tsx'

/** Above every screen: whether the server is there, what rooms contribute, the demo's clock, the account. */
export const TopBar = ({ onMenu, onHelp }: { onMenu: (() => void) | undefined; onHelp: () => void }) => {
  const { demo } = useSession()
  return (
    <header className="top-bar">
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label="打开导航" onClick={onMenu} />}
      <Connection />
      <div className="top-bar-tools">
        {demo && <DemoClock />}
        <Suspense>
          {tools.map(({ element: Tool, order }) => (
            <Tool key={order} />
          ))}
        </Suspense>
        {!onMenu && (
          <Tooltip title="快捷键（?）">
            <Button type="text" icon={<QuestionCircleOutlined />} aria-label="快捷键" onClick={onHelp} />
          </Tooltip>
        )}
        <AccountMenu />
      </div>
    </header>
  )
}
