import type { Receipt } from '../../shared/record.ts'
import { canonical } from '../verifier/core/canonical.ts'
import type { ElectionDocument } from '../verifier/core/document.ts'
import { isReceipt, receiptLeaf } from '../verifier/core/extras.ts'
import { faultList } from '../verifier/core/faults.ts'
import { isBallotLeafOf } from '../verifier/core/opening.ts'
import { hex, utf8 } from '../verifier/crypto/bytes.ts'
import { digestOf } from '../verifier/crypto/digest.ts'
import { send } from './api.ts'
import type { Cast } from './cast.ts'
import type { Page } from './page.ts'

/** The rules whose hash is the fingerprint of the page; undefined when what the server gives has another. */
const documentOf = async ({ slug, fingerprint }: Page): Promise<ElectionDocument | undefined> => {
  const document = await send<ElectionDocument>(`elections/${slug}/document`)
  const found = hex(digestOf(document.hash)(utf8(canonical(document))))
  return found === fingerprint ? document : undefined
}

/**
 * What is wrong with a receipt: the rules behind the fingerprint, the promise's signature and proof (B18), and whether
 * the promised leaf is the ballot that this browser sent, where it still knows.
 * @throws Refusal when nothing can be fetched
 */
export const receiptFlaws = async (page: Page, receipt: Receipt, sent?: Cast['sent']): Promise<string[]> => {
  const document = await documentOf(page)
  if (!document) return ['规则与指纹不符']
  if (!isReceipt(receipt)) return ['回执的格式不对']
  const faults = faultList()
  receiptLeaf({ document, fingerprint: page.fingerprint, faults }, receipt)
  const found = faults.all().flatMap(({ places }) => places.map(({ what }) => what))
  const own = !sent || isBallotLeafOf(digestOf(document.hash), receipt.leaf, sent)
  return own ? found : [...found, '记下的不是刚才投出的选票']
}
