export { type Channel, connectChannel, type Outgoing, type Send, smtp } from './channels.ts'
export { forgetMessages } from './forget.ts'
export { type Notice, notify, postsWithRole } from './notify.ts'
export { notificationRoutes } from './routes.ts'
