import { createTransport } from 'nodemailer'
import type { Config } from '#platform/config/index.ts'

export type Channel = 'sms' | 'mail'
export type Outgoing = { id: number; address: string; subject: string; body: string }

/** Hands one message to a provider. Throws when it was not taken; the job tries again. */
export type Send = (message: Outgoing) => Promise<void>

const channels = new Map<Channel, Send>()

/** Connects a channel at start. Without one, messages stay in the outbox for administrators to see. */
export const connectChannel = (channel: Channel, send: Send): void => {
  channels.set(channel, send)
}

export const disconnectChannel = (channel: Channel) => channels.delete(channel)
export const channelOf = (channel: Channel) => channels.get(channel)
export const connectedChannels = () => [...channels.keys()]

/** Mail by SMTP. The Message-ID follows the message, so that a mail sent twice is recognised as one. */
export const smtp = (settings: NonNullable<Config['smtp']>): Send => {
  const { host, port, secure, user, password, from } = settings
  const transport = createTransport({
    host,
    port,
    secure,
    ...(user && { auth: { user, pass: password } }),
    connectionTimeout: 15_000,
    socketTimeout: 30_000,
  })
  return async ({ id, address, subject, body }) => {
    await transport.sendMail({ from, to: address, subject, text: body, messageId: `<message-${id}@${host}>` })
  }
}
