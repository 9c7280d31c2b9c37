import type { Failure, ProviderError } from '../upstream/failure.ts'
import type { Saying, Translated } from '../upstream/saying.ts'
import type { Target } from '../upstream/target.ts'
import type { AnswerTranslator } from '../wire/canonical/translate.ts'
import type { Dialect } from '../wire/dialect.ts'
import type { Job } from './attempt.ts'
import { messageOf } from './provider-message.ts'
import type { AttemptEnd } from './relay/reading.ts'

/** An answer of another dialect in the client's. */
export interface AnswerTranslation extends AnswerTranslator {
  /** An error answer: its words in the client's form. */
  readonly error: (why: Failure, error: ProviderError) => ProviderError
}

/** In which dialect a target answers, and the translation where that is not the client's. */
export function readingOf(
  job: Job,
  target: Target,
): { readonly dialect: Dialect; readonly translate: AnswerTranslation | undefined } {
  const saying = job.sayings.to(target)
  return saying.kind === 'translated'
    ? { dialect: saying.provider, translate: translationOf(saying, job.body.includeUsage) }
    : { dialect: job.sayings.dialect, translate: undefined }
}

function translationOf({ client, back }: Translated, includeUsage: boolean): AnswerTranslation {
  return {
    ...back(includeUsage),
    error: ({ class: kind, status }, { body }) => {
      const { message = `The provider answered ${status}.`, code: said = 'upstream_error' } = messageOf(body)
      const told = kind === 'context' ? overflow(message) : { code: said, message }
      return { contentType: 'application/json', body: client.errorBody({ status, ...told }) }
    },
  }
}

/** The code that clients of OpenAI look for, and words that those of Anthropic do (wire.md, 74): Google has others. */
function overflow(message: string): { readonly code: string; readonly message: string } {
  const code = 'context_length_exceeded'
  return { code, message: OVERFLOW.test(message) ? message : `prompt is too long: ${message}` }
}

const OVERFLOW = /prompt is too long|exceeds the context window|maximum context length/i

/** The end of an attempt with the provider's error, if it is one, in the client's form. */
export function inWordsOf(translate: AnswerTranslation, end: AttemptEnd): AttemptEnd {
  if (end.kind !== 'failure' || end.answer === undefined) return end
  return { ...end, answer: translate.error(end, end.answer) }
}

const none: readonly string[] = []

/** Beyond these the rest is counted: a request may have ten thousand fields. */
const WARNINGS_MAX = 16
/** What a header and a log can show of a name that a client made up. */
const SHOWABLE = /^[A-Za-z0-9_.=[\]-]{1,80}$/

/** What of a request its translation left out, one warning for each field. ASCII. */
export function warningsOf(saying: Saying): readonly string[] {
  if (saying.kind !== 'translated') return none
  const { dropped } = saying.request.lost
  const shown = dropped.slice(0, WARNINGS_MAX).map(warningOf)
  const more = dropped.length - shown.length
  return more === 0 ? shown : [...shown, `dropped ${more} more`]
}

function warningOf(field: string): string {
  return `dropped ${SHOWABLE.test(field) ? field : 'a field of an odd name'}`
}
