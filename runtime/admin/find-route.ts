import type { AdminRoute } from './route.ts'

/** What a request line comes to. */
export type Found =
  | {
      readonly kind: 'route'
      readonly route: AdminRoute
      readonly segments: Readonly<Record<string, string>>
    }
  /** The path is served, by these methods. */
  | { readonly kind: 'wrong-method'; readonly allow: string }
  | { readonly kind: 'none' }

/** Finds the route of a method and path. A GET also answers HEAD. */
export function findRoute(routes: readonly AdminRoute[], method: string, path: string): Found {
  const here = routes.flatMap((route) => {
    const segments = segmentsOf(route.path, path)
    return segments === undefined ? [] : [{ route, segments }]
  })
  const found = here.find(({ route }) => route.method === (method === 'HEAD' ? 'GET' : method))
  if (found !== undefined) return { kind: 'route', ...found }
  if (here.length === 0) return { kind: 'none' }
  return { kind: 'wrong-method', allow: here.map(({ route }) => route.method).join(', ') }
}

/** What a path has in the places that a pattern leaves open; `undefined` when it does not fit. */
function segmentsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const segments: Record<string, string> = {}
  for (const [place, part] of wanted.entries()) {
    const segment = given[place] ?? ''
    if (part.startsWith('{') && segment !== '') segments[part.slice(1, -1)] = segment
    else if (part !== segment) return undefined
  }
  return segments
}
