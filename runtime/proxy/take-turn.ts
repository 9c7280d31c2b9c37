import { hash } from 'node:crypto'
import type { Turn, TurnKeeper } from '../idempotency/turns.ts'
import type { Call } from './call.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** More than any client sends. */
const KEY_CHARS_MAX = 255

/** The `idempotency-key` of a request, where it has one. */
export function onceKeyOf({ inbound }: Call): string | undefined {
  const key = inbound.headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key : undefined
}

/**
 * Takes the turn of a request with an `idempotency-key`: its own, the answer that it had before, or why it has to wait or has none.
 */
export async function takeTurn(
  { inbound, dialect }: Call,
  key: string,
  turns: TurnKeeper,
  owner: string,
  body: Buffer,
): Promise<Extract<Turn, { kind: 'first' | 'answered' }> | Refusal> {
  if (key.length > KEY_CHARS_MAX)
    return refuse(
      400,
      'invalid_idempotency_key',
      `An idempotency-key has at most ${KEY_CHARS_MAX} characters.`,
    )
  const turn = await turns.begin(
    owner,
    key,
    `${dialect.name} ${inbound.url} ${hash('sha256', body, 'base64url')}`,
  )
  switch (turn.kind) {
    case 'first':
    case 'answered':
      return turn
    case 'under-way':
      return refuse(
        409,
        'idempotency_key_in_use',
        'A request with this idempotency-key is being answered. Send it again when that one has ended.',
        { retryAfterMs: 1_000 },
      )
    case 'other-body':
      return refuse(
        422,
        'idempotency_key_reused',
        'This idempotency-key came with another request before. Send a new key with a new request.',
        { final: true },
      )
  }
}
