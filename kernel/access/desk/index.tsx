export { sessionKey, usePermission, useSession } from './session.ts'
