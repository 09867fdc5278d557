import { hash, verify } from '@node-rs/argon2'
import { refuse } from '#platform/http/index.ts'

/** argon2id with the library's OWASP defaults (19 MiB, 2 passes). */
export const hashPassword = (password: string) => hash(password)

/** Takes the same time whether or not the account exists, so that accounts cannot be guessed. */
export const passwordMatches = async (password: string, stored: string | null): Promise<boolean> => {
  const matches = await verify(stored ?? (await decoy()), password)
  return stored !== null && matches
}

let decoyHash: Promise<string> | undefined
const decoy = () => (decoyHash ??= hashPassword('no account has this password'))

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^\da-zA-Z]/]
const common = /password|qwerty|123456|abcdef|admin|shishi|000000|111111|888888|woaini/i

/**
 * GB/T 22239-2019 8.1.4.1 a): complexity. At least 10 characters of three classes, or 16 of any.
 * @throws Problem `password.weak`
 */
export const requireStrong = (password: string, login: string): void => {
  const varied = classes.filter(pattern => pattern.test(password)).length >= 3 && password.length >= 10
  const weak = !(varied || password.length >= 16) || common.test(password) || password.includes(login)
  if (weak)
    throw refuse('password.weak', '密码至少10位，含大写字母、小写字母、数字、符号中的三类，不含账号和常见密码。', {
      status: 422,
      findings: [{ path: 'password', severity: 'block', message: '密码强度不够' }],
    })
}
