import type { IncomingMessage } from 'node:http'
import type { Identity } from '../contracts.ts'
import type { Snapshot } from '../snapshot.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** Who asks, by the snapshot's keys. */
export function identify(
  snapshot: Snapshot,
  req: IncomingMessage,
  queryKey: string | undefined,
): Identity | Refusal {
  const found = snapshot.keys.identify(req.rawHeaders, Date.now(), queryKey)
  if (found.ok) return found.identity
  if (found.reason === 'conflicting')
    return refuse(400, 'conflicting_keys', found.message, { close: true, final: true })
  return refuse(401, 'invalid_api_key', found.message, { final: true })
}
