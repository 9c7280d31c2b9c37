import { createKey, KeyProblem, revokeKey, rotateKey, UnknownKey } from '../keys/change-keys.ts'
import type { MadeKey } from '../keys/change-keys.ts'
import type { ManagedKeys } from '../keys/managed-keys.ts'
import { shownKey } from '../keys/shown-key.ts'
import { readKeySpec, readOverlap } from '../keys/read-key-spec.ts'
import { adminError } from './admin-error.ts'
import type { AdminAnswer, AdminParts, AdminRequest, AdminRoute } from './route.ts'

/** Routes that list, make, rotate and revoke managed keys. Each change is in the audit log. */
export const keyRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: '/keys',
    role: 'admin',
    does: 'The managed keys: what each says of its holder, and the last four characters of its secrets.',
    answer: keyed((keys) => ({ status: 200, json: { keys: keys.file.list().map(shownKey) } })),
  },
  {
    method: 'POST',
    path: '/keys',
    role: 'admin',
    does: 'Makes a key: `{"name": "ci", "team": "search", "models": ["openai/*"], "expires": "2027-01-31T00:00:00Z", …}`. Its secret is answered once, and stored nowhere.',
    answer: keyed((keys, { body, actor }, { staticKeys }) =>
      told(createKey(keys.file, readKeySpec(body), { actor, nowMs: Date.now() }, staticKeys())),
    ),
  },
  {
    method: 'POST',
    path: '/keys/{name}/rotate',
    role: 'admin',
    does: 'Gives a key a new secret; the old one goes on for `{"overlap": "24h"}` (default: none).',
    answer: keyed((keys, { segments: { name = '' }, body, actor }) =>
      told(rotateKey(keys.file, name, readOverlap(body), { actor, nowMs: Date.now() })),
    ),
  },
  {
    method: 'DELETE',
    path: '/keys/{name}',
    role: 'admin',
    does: 'Revokes a key: refused from then on, for good.',
    answer: keyed((keys, { segments: { name = '' }, actor }) => {
      revokeKey(keys.file, name, { actor, nowMs: Date.now() })
      return { status: 200, json: { name, revoked: true } }
    }),
  },
]

type KeyAnswer = (keys: ManagedKeys, asked: AdminRequest, parts: AdminParts) => AdminAnswer

/** A change is seen by the next request; what cannot be done is a 400 that says why, and a key that is not there a 404. */
function keyed(answer: KeyAnswer): AdminRoute['answer'] {
  return (asked, parts) => {
    if (parts.keys === undefined) return noStore
    try {
      const answered = answer(parts.keys, asked, parts)
      parts.keys.refresh()
      return answered
    } catch (error) {
      if (error instanceof UnknownKey) return adminError(404, 'key_not_found', `${error.message}.`)
      if (error instanceof KeyProblem) return adminError(400, 'bad_key', `${error.message}.`)
      throw error
    }
  }
}

const noStore = adminError(
  409,
  'no_key_store',
  'This gateway keeps no managed keys: `"keys": "open"` lets anyone in.',
)

function told({ name, secret, last4, expiresMs }: MadeKey): AdminAnswer {
  const expires = expiresMs === undefined ? {} : { expires: new Date(expiresMs).toISOString() }
  return { status: 200, json: { name, key: secret, last4, ...expires } }
}
