import { hash } from 'node:crypto'
import type { CachedAnswer } from './cached-answer.ts'

type Data = { readonly value?: unknown; readonly expires?: number | undefined }

const digestChars = 32

/** An entry as a shared store keeps it: a digest, then JSON with the body in base64. The digest tells a damaged entry from a whole one. */
export function serializeEntry(data: Data): string {
  const answer = data.value as CachedAnswer
  const text = JSON.stringify({ ...answer, body: answer.body.toString('base64'), expires: data.expires })
  return `${digestOf(text)}${text}`
}

/** The entry; `undefined`, a miss, for anything that is not exactly what was stored. */
export function deserializeEntry(
  stored: string,
): { readonly value: CachedAnswer; readonly expires: number | undefined } | undefined {
  const text = stored.slice(digestChars)
  if (stored.slice(0, digestChars) !== digestOf(text)) return undefined
  const { expires, body, ...answer } = JSON.parse(text) as Omit<CachedAnswer, 'body'> & {
    readonly body: string
    readonly expires?: number
  }
  return { value: { ...answer, body: Buffer.from(body, 'base64') }, expires }
}

function digestOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, digestChars)
}
