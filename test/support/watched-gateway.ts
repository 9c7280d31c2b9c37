import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adminKeyDigest } from '../../runtime/admin/admin-key.ts'
import type { AdminConfig } from '../../runtime/config/gateway.ts'
import { openSeeing } from '../../runtime/seeing.ts'
import type { Seeing } from '../../runtime/seeing.ts'
import { startFixture } from './gateway-fixture.ts'
import type { Fixture, FixtureOptions, PolicySpec } from './gateway-fixture.ts'

/** The key that opens the admin listeners of tests. */
export const adminKey = 'admin-canary-0123456789abcdef'

/** A gateway with an admin listener. */
export interface WatchedGateway extends AsyncDisposable {
  readonly fixture: Fixture
  readonly seeing: Seeing
  readonly stateFolder: string
  readonly adminUrl: string
  /** Asks the admin listener with its key, and reads JSON. */
  readonly ask: (path: string) => Promise<Asked>
  /** The metrics as Prometheus would read them: series with labels, to value. */
  readonly scrape: () => Promise<ReadonlyMap<string, number>>
}

/** An answer of the admin listener. */
export interface Asked {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Starts a gateway with an admin listener on a free port of loopback. */
export async function startWatched(
  spec: PolicySpec,
  options: FixtureOptions,
  tls?: AdminConfig['tls'],
): Promise<WatchedGateway> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'gwc-seeing-'))
  const seeing = await openSeeing(stateFolder, '0.0.0-test', {
    info: () => undefined,
    error: () => undefined,
  })
  const admin = { listen: { host: '127.0.0.1', port: 0 }, keyDigest: adminKeyDigest(adminKey), tls }
  const fixture = await startFixture(spec, { ...options, admin, seeing })
  const adminUrl = `http://127.0.0.1:${fixture.gateway.admin?.port}`
  const headers = { authorization: `Bearer ${adminKey}` }
  return {
    fixture,
    seeing,
    stateFolder,
    adminUrl,
    ask: async (path) => {
      const response = await fetch(adminUrl + path, { headers })
      return { status: response.status, body: (await response.json()) as Asked['body'] }
    },
    scrape: async () => seriesOf(await (await fetch(`${adminUrl}/metrics`, { headers })).text()),
    [Symbol.asyncDispose]: async () => {
      await fixture[Symbol.asyncDispose]()
      rmSync(stateFolder, { recursive: true, force: true })
    },
  }
}

/** The series of a text in Prometheus' format. */
export function seriesOf(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}
