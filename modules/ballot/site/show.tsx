import type { Context } from 'hono'
import { ballotAssets } from './bundle.ts'

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
