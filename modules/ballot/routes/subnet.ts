import { isIPv4, isIPv6 } from 'node:net'

/** The network an address belongs to: /24 of IPv4, /48 of IPv6; null for what is neither. */
export const subnetOf = (address: string): string | null => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return plain.split('.').slice(0, 3).join('.')
  return isIPv6(plain) ? expanded(plain).slice(0, 3).join(':') : null
}

/** The eight groups of an IPv6 address without leading zeros. */
const expanded = (address: string): string[] => {
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const [left, right] = [groups(head), groups(tail ?? '')]
  const middle = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...middle, ...right].map(group => group.replace(/^0+(?=.)/, ''))
}

const groups = (text: string) => (text === '' ? [] : text.split(':'))
