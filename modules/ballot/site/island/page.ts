import type { ElectionDocument } from '../../shared/document.ts'
import { send } from './api.ts'
import { openStore, type Store, tokenStore } from './store.ts'

/** What the script knows of the page that it stands in. */
export type Page = {
  slug: string
  fingerprint: string
  changes: number
  wechat: boolean
  rules: Pick<ElectionDocument, 'categories'>
  store: Store
  token: ReturnType<typeof tokenStore>
  /** The blind issuing key of a group, as SubjectPublicKeyInfo. */
  keyOf: (group: string) => string
}

type Paper = Pick<ElectionDocument, 'categories' | 'keys'> & { fingerprint: string }

/** @throws Error when the election is no longer the one that the page shows */
export const readPage = async (root: HTMLElement): Promise<Page> => {
  const { slug, fingerprint, changes, wechat } = root.dataset as Record<string, string>
  const paper = await send<Paper>(`elections/${slug}`)
  if (paper.fingerprint !== fingerprint) throw new Error('规则指纹对不上，请刷新页面；仍对不上的，请向主办单位反映。')
  return {
    slug: slug!,
    fingerprint: fingerprint!,
    changes: Number(changes),
    wechat: wechat === 'yes',
    rules: paper,
    store: openStore(fingerprint!),
    token: tokenStore(fingerprint!),
    keyOf: group => {
      const key = paper.keys.find(each => each.group === group && each.mode === 'blind')
      if (!key) throw new Error('没有您所在组的签发公钥，请向主办单位反映。')
      return key.key
    },
  }
}
