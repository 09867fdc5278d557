import type { Context } from 'hono'
import type { Election } from '../election/load.ts'
import { ballotAssets } from './bundle.ts'
import { addressOf, pageOf, shortHash } from './frame.ts'

export type Body = Parameters<Context['render']>[0]
export type Page = Parameters<Context['render']>[1]

/** Renders a page of this room with its style. */
export const show = async (c: Context, body: Body, page: Page) => {
  const { styles } = await ballotAssets()
  return c.render(
    <>
      <link rel="stylesheet" href={styles.address} />
      {body}
    </>,
    page,
  )
}

type Status = NonNullable<Page['status']>

/** … of one election: its fingerprint stands on every page. */
export const showOf = (c: Context, election: Election, label: string | undefined, body: Body, status: Status = 200) =>
  show(
    c,
    <>
      {body}
      <p class="ballot-foot">
        规则指纹 <code>{shortHash(election.fingerprint!)}</code>：规则和名单冻结后没有再改，
        <a href={addressOf(election, '/record')}>查看记录</a>
      </p>
    </>,
    pageOf(election, label, status),
  )
