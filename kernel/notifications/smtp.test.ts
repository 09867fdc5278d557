import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { smtp } from './channels.ts'

type Taken = { commands: string[]; mail: string }

/** As much of RFC 5321 as one mail needs: greets, takes what it is told, keeps it. */
const mailServer = async (refuses?: string): Promise<{ server: Server; port: number; taken: Taken[] }> => {
  const taken: Taken[] = []
  const server = createServer(socket => {
    const session: Taken = { commands: [], mail: '' }
    taken.push(session)
    talk(socket, session, refuses)
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return { server, port: (server.address() as { port: number }).port, taken }
}

const talk = (socket: Socket, session: Taken, refuses?: string) => {
  let [pending, inMail] = ['', false]
  const take = (line: string): string | undefined => {
    if (inMail && line !== '.') {
      session.mail += `${line}\n`
      return undefined
    }
    if (!inMail) session.commands.push(line)
    inMail = line === 'DATA'
    if (refuses && line.startsWith(refuses)) return '550 no such mailbox'
    return inMail ? '354 go on' : line === 'QUIT' ? '221 bye' : '250 ok'
  }
  socket.write('220 mail.example ESMTP\r\n')
  socket.on('data', chunk => {
    const lines = (pending + chunk.toString('utf8')).split('\r\n')
    pending = lines.pop()!
    for (const answer of lines.map(take)) if (answer) socket.write(`${answer}\r\n`)
  })
  socket.on('error', () => {})
}

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})
const at = async (refuses?: string) => {
  const { server, port, taken } = await mailServer(refuses)
  servers.push(server)
  const settings = { host: '127.0.0.1', port, secure: false, from: '市委办公室 <office@example.cn>' }
  return { taken, send: smtp(settings as Parameters<typeof smtp>[0]) }
}
const message = { id: 7, address: 'qian@example.cn', subject: '征求意见', body: '请于12月30日前反馈。' }

describe('mail by SMTP', () => {
  it('is handed to the server for its addressee, in Chinese, with a number that a repeat would share', async () => {
    const { send, taken } = await at()
    await send(message)
    const [{ commands, mail }] = taken as [Taken]
    expect(commands.filter(line => /^(MAIL|RCPT)/.test(line))).toEqual([
      'MAIL FROM:<office@example.cn>',
      'RCPT TO:<qian@example.cn>',
    ])
    expect(mail).toContain('Message-ID: <message-7@127.0.0.1>')
    expect(mail).toContain(`Subject: =?UTF-8?B?${Buffer.from(message.subject).toString('base64')}?=`)
    const [, body] = mail.split('\n\n') as [string, string]
    expect(Buffer.from(body, 'base64').toString('utf8').trim()).toBe(message.body)
  })

  it('that the server does not take fails, so that it is tried again', async () => {
    const { send } = await at('RCPT')
    await expect(send(message)).rejects.toThrow('550')
  })
})
