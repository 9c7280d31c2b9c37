import { expect, test } from 'vitest'
import { openKeyFile } from '../../runtime/keys/key-file.ts'
import { followKeys } from '../../runtime/keys/managed-keys.ts'
import { routeAll, stage, startFixture } from '../support/gateway-fixture.ts'

/** What databases, caches, shells, log readers and token libraries have stumbled over. */
const payloads = [
  "'OR'1'='1",
  "';DROP/**/TABLE/**/keys;--",
  '*3\\r\\n$3\\r\\nSET',
  'EVAL"return(1)"0',
  '%00%0d%0aX-Admin:1',
  '\\u0000',
  '../../etc/passwd',
  '$(reboot)',
  '${jndi:ldap://127.0.0.1/a}',
  '{"$ne":null}',
  '__proto__',
  'gwc_' + 'A'.repeat(49),
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.',
  'x'.repeat(4_000),
]

test(
  'S01: 1,000 hostile keys are each answered with the same 401, and trouble no store',
  { timeout: 60_000 },
  async () => {
    const warnings: string[] = []
    const managed = followKeys(openKeyFile(':memory:'), {
      audit: undefined,
      warn: (message) => warnings.push(message),
    })
    await using fixture = await startFixture(routeAll([stage('acme/large')]), {
      providers: { acme: { baseUrl: 'http://127.0.0.1:9/v1' } },
      managed,
    })
    const shapes = new Set<string>()
    for (let at = 0; at < 1_000; at++) {
      const key = `${payloads[at % payloads.length]}${at < payloads.length ? '' : at}`
      const response = await fetch(`${fixture.baseUrl}/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: '{"model":"auto","messages":[]}',
      })
      const { error } = (await response.json()) as { error: { code: string; message: string } }
      shapes.add(
        [response.status, response.headers.get('x-should-retry'), error.code, Object.keys(error).join()].join(
          ' ',
        ),
      )
      expect(error.message).toMatch(
        /^This gateway does not know the key\.( It looks mistyped: its checksum does not fit\.)?$/,
      )
    }
    managed.close()
    expect([...shapes]).toEqual([expect.stringMatching(/^401 false invalid_api_key /)])
    expect([...fixture.bugs, ...fixture.warnings, ...warnings]).toEqual([])
  },
)
