import { become } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { environment, findNode, script } from './node.mjs'
import { giveUp } from './say.mjs'

/**
 * node tools/run.mjs SCRIPT …: runs a TypeScript file under the pinned Node, installing first if needed.
 * The script runs in the repository; INIT_CWD says where the caller stood, for the file names in its arguments.
 */
const [file, ...args] = process.argv.slice(2)
if (!file) giveUp('用法：node tools/run.mjs 脚本 [参数…]')
await ensureInstalled()
const node = findNode()
become(node, script(file, args), { env: environment(node, { INIT_CWD: process.env.INIT_CWD ?? process.cwd() }) })
