import { z } from 'zod'

/** A mainland mobile number as people type it: full-width digits, spaces, hyphens and +86 are taken away. */
export const plainPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\-–—]/g, '')
    .replace(/^(\+|00)86/, '')

export const phone = z
  .string()
  .max(40)
  .transform(plainPhone)
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, '请填写11位手机号码。'))
