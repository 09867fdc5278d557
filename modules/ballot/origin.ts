let siteOrigin: string | undefined

/** The address that voters and WeChat know the site by; without it that of each request. */
export const useBallotOrigin = (url: string | undefined): void => {
  siteOrigin = url
}

/** @param url of the request */
export const originOf = (url: string): string => siteOrigin ?? new URL(url).origin

/** The site's own address, where the operator has told it. */
export const siteAddress = (): string | undefined => siteOrigin

/** Whether pages and keys reach the voter unchanged on their way; nothing can be said of an address that is not known. */
export const isPublicHttps = (): boolean => siteOrigin?.startsWith('https://') ?? false
