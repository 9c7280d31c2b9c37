import { contentBytesMax, contentLine } from '../content/content-record.ts'
import type { ContentStore } from '../content/content-store.ts'
import { isContentKept } from '../logged.ts'
import type { Call } from './call.ts'

/** Keeps what a request says to the end of it, where the policy's `log` says so. */
export function keepRequest(call: Call, request: Buffer): void {
  if (isContentKept(call.trace)) call.content = { request, answer: undefined }
}

/** Keeps what it was answered. */
export function keepAnswer({ content }: Call, answer: Buffer | undefined): void {
  if (content !== undefined) content.answer = answer
}

/** Bytes of a stream to keep for that; 0 for none. */
export function keptBytesMax({ content }: Call): number {
  return content === undefined ? 0 : contentBytesMax
}

/** Gives both to the store, at the end. */
export function storeContent({ content, trace, targets }: Call, store: ContentStore): void {
  if (content === undefined) return
  const providers = new Set([...targets.values()].map(({ provider }) => provider))
  const secrets = [...providers].flatMap(({ accounts }) => accounts.flatMap(({ secret }) => secret ?? []))
  store.add(contentLine(trace, content, secrets))
}
