let siteAddress: string | undefined

/**
 * Tells at start under which address people reach the site, so that links that leave the house begin with it.
 * @param url without a slash at the end; undefined goes back to the address of each request
 */
export const useSiteAddress = (url: string | undefined): void => {
  siteAddress = url
}

/** The address of a public page, for links and codes that leave the house on paper. */
export const publicLink = (path: string, requestUrl: string): string =>
  `${siteAddress ?? new URL(requestUrl).origin}${path}`

/** The address that a slip is opened by; without a site address it begins as the clerk's own request did. */
export const slipLink = (token: string, requestUrl: string): string => publicLink(`/slip/${token}`, requestUrl)
