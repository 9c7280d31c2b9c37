/** A URL without what may be secret in it: credentials and the query. */
export function bareUrl(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}
