export { getBell, listMessages, listOutbox, type Message, markRead } from './api.ts'
export { maskAddress, maskCodes } from './mask.ts'
