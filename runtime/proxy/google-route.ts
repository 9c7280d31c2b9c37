import type { CountingDialect, Dialect } from '../wire/dialect.ts'
import { dialects } from '../wire/dialects.ts'
import { geminiCount } from '../wire/gemini/count.ts'
import { geminiArray } from '../wire/gemini/dialect.ts'
import { methodCallIn } from '../wire/gemini/methods.ts'
import type { MethodCall } from '../wire/gemini/methods.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { Carried, Route } from './route.ts'

/** What a method of a model at Google's API is. */
type Method =
  | { readonly kind: 'decide'; readonly dialect: Dialect; readonly stream: boolean }
  | { readonly kind: 'count'; readonly dialect: CountingDialect; readonly stream: false }

const generate = dialects['gemini-generate']

/** The methods that gwc serves. Source: https://ai.google.dev/api/all-methods. */
const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['generateContent', { kind: 'decide', dialect: generate, stream: false }],
  ['streamGenerateContent', { kind: 'decide', dialect: generate, stream: true }],
  ['countTokens', { kind: 'count', dialect: geminiCount, stream: false }],
  ['embedContent', { kind: 'decide', dialect: dialects['gemini-embed'], stream: false }],
  ['batchEmbedContents', { kind: 'decide', dialect: dialects['gemini-embed-batch'], stream: false }],
])

/** Their names, for messages. */
export const methodsServed = [...methods.keys()].join(', ')

/** The dialect of a path that calls such a method. */
export function dialectOfMethod(path: string): Dialect | undefined {
  const call = methodCallIn(path)
  return call && methods.get(call.method)?.dialect
}

/** The route of a call: the path says the model, the method whether to stream, and `alt` in which form. */
export function routeOfMethod(
  { model, method }: MethodCall,
  carried: Carried,
  query: string,
): Route | Refusal {
  const found = methods.get(method)
  if (found === undefined)
    return refuse(404, 'not_found', `gwc does not serve the method of this path; it serves ${methodsServed}.`)
  const forms = new URLSearchParams(query).getAll('alt')
  if (forms.length > 1 || !altForms.has(forms[0]))
    return refuse(400, 'unknown_query', '`alt` must be `sse` or `json`, once.')
  const said = { ...carried, urlWords: { model, stream: found.stream }, queryUp: '' }
  if (found.kind === 'count') return { kind: 'count', dialect: found.dialect, ...said }
  const dialect = found.stream && forms[0] !== 'sse' ? geminiArray : found.dialect
  return { kind: 'decide', dialect, ...said }
}

const altForms: ReadonlySet<string | undefined> = new Set([undefined, 'sse', 'json'])
