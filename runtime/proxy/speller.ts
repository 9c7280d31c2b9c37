import type { IncomingHttpHeaders } from 'node:http'
import type { Dialect } from '../wire/dialect.ts'
import { dialects } from '../wire/dialects.ts'
import { callerApi } from './models/caller-api.ts'
import type { CallerApi } from './models/caller-api.ts'
import { dialectAt } from './route.ts'

/** Writes errors as a client reads them: a dialect, or as much of one as errors need. */
export type Speller = Pick<Dialect, 'errorBody' | 'statuses'>

const byApi: Readonly<Record<CallerApi, Speller>> = {
  openai: dialects['openai-chat'],
  anthropic: dialects['anthropic-messages'],
  gemini: dialects['gemini-generate'],
}

/** How errors are told on a path that no dialect has to itself: by the caller's headers. */
export function spellerOf(url: string, headers: IncomingHttpHeaders): Speller {
  return dialectAt(url) ?? byApi[callerApi(headers, url)]
}
