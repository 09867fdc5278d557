import { become, root } from './child.mjs'
import { ensureDesk } from './desk.mjs'
import { ensureInstalled } from './install.mjs'
import { environment, findNode, script } from './node.mjs'
import { giveUp, say } from './say.mjs'

/**
 * npm start: plain JavaScript for Node 20, which brings everything that the server needs and then runs it
 * under the pinned Node. `--dev` restarts the server and rebuilds the desk as files change.
 */
const development = process.argv.includes('--dev')

/** Killed with kill -9, npm cannot tell us; we see that our parent changed and go too. (npm execs us: package.json) */
const followNpm = stop => {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 500).unref()
}

const startServer = node => {
  const manner = development ? ['--watch', '--watch-preserve-output'] : ['--import', `${root}/tools/tether.mjs`]
  const server = become(node, [...manner, ...script('apps/server/main.ts')], {
    stdio: ['inherit', 'inherit', 'inherit', development ? 'ignore' : 'ipc'],
    env: environment(node, { NODE_ENV: development ? 'development' : 'production' }),
  })
  followNpm(() => server.kill('SIGTERM'))
}

const watchDesk = node =>
  become(node, ['node_modules/vite/bin/vite.js', 'build', '--watch', '--config', 'apps/desk/vite.config.ts'], {
    env: environment(node),
  })

await ensureInstalled()
const node = findNode()
if (development) watchDesk(node)
else await ensureDesk(node).catch(error => giveUp(error.message))
say('正在启动……')
startServer(node)
