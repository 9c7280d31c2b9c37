import { hash } from 'node:crypto'
import { isObject, parseObject } from '../../wire/json.ts'
import type { Json } from '../../wire/json.ts'
import type { EpochsSnapshot } from '../calibration/epochs.ts'
import type { CacheChange, Measured } from '../semantic-cache.ts'
import type { SemanticEntry } from '../semantic-entry.ts'

const digestChars = 22

/** A change as the store keeps it: a digest, then JSON. The digest tells a damaged one from a whole one. */
export function writeChange(change: CacheChange): string {
  const text = JSON.stringify(change.kind === 'kept' ? { ...change, embedding: encoded(change) } : change)
  return `${digestOf(text)}${text}`
}

const encoded = ({ embedding }: Extract<CacheChange, { kind: 'kept' }>): string | undefined =>
  embedding && Buffer.from(embedding.buffer, embedding.byteOffset, embedding.length).toString('base64')

/** The change; `undefined` for anything that is not exactly what some gateway of this form wrote. */
export function readChange(stored: string): CacheChange | undefined {
  const text = stored.slice(digestChars)
  if (stored.slice(0, digestChars) !== digestOf(text)) return undefined
  const change = parseObject(text)
  return change && changeOf(change)
}

/** A later version may write what this one does not know: that is left out. */
function changeOf(fields: Json): CacheChange | undefined {
  const { kind, id, epochs, pair, entry, embedding, bucket, isJudged, what } = fields
  switch (kind) {
    case 'kept':
      return isEntry(entry) ? { kind, entry, embedding: vectorOf(embedding) } : undefined
    case 'removed':
      return typeof id === 'string' ? { kind, id } : undefined
    case 'purged':
      return isEpochs(epochs) ? { kind, epochs } : undefined
    case 'quarantined':
      return typeof pair === 'string' ? { kind, pair } : undefined
    case 'measured':
      return typeof bucket === 'string' && typeof isJudged === 'boolean' && isFinding(what)
        ? { kind, bucket, isJudged, what }
        : undefined
  }
  return undefined
}

function isEntry(value: unknown): value is SemanticEntry {
  if (!isObject(value)) return false
  const { id, partition, scope, epoch, text, storedAtMs, expiresAtMs, by } = value
  return (
    [id, partition, scope, epoch, text].every((each) => typeof each === 'string') &&
    [storedAtMs, expiresAtMs].every(Number.isFinite) &&
    isObject(by) &&
    typeof by['key'] === 'string' &&
    typeof by['requestId'] === 'string'
  )
}

const vectorOf = (text: unknown): Int8Array | undefined =>
  typeof text === 'string' ? new Int8Array(Buffer.from(text, 'base64')) : undefined

const isFinding = (value: unknown): value is Measured['what'] =>
  value === 'right' || value === 'wrong' || value === 'reported'

function isEpochs(value: unknown): value is EpochsSnapshot {
  if (!isObject(value)) return false
  const { everywhere, scopes } = value
  return Number.isInteger(everywhere) && isObject(scopes) && Object.values(scopes).every(Number.isInteger)
}

const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, digestChars)
