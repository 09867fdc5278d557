/** Hides the middle of a phone number (138****5678) or the name of a mail address (z***@example.cn). */
export const maskAddress = (address: string): string => {
  const [name, domain] = address.split('@') as [string, string?]
  if (domain) return `${name.slice(0, 1)}***@${domain}`
  return address.length >= 11 ? `${address.slice(0, 3)}****${address.slice(-4)}` : `${address.slice(0, 2)}****`
}

/** Hides a one-time code, which would let its reader in as somebody else. */
export const maskCodes = (text: string): string => text.replace(/(验证码\D{0,3})\d{4,8}/g, '$1******')
