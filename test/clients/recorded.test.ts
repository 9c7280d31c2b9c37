import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codecs } from '../../runtime/wire/canonical/codecs.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import { clientKey } from '../support/gateway-fixture.ts'
import { say } from '../support/provider/say.ts'
import { providerColumns, startBench } from './bench.ts'
import type { Bench, ProviderColumn } from './bench.ts'
import { recordings } from './recording/corpus.ts'
import type { Recording } from './recording/corpus.ts'
import type { Recorded } from './recording/scrub.ts'

const all = recordings()

/** A keyword of JSON Schema for which Gemini has no word (docs/reference/translation.md). */
const ofSchema = /^tools\[\]\.(?:function\.parameters|input_schema|parameters)\.[$\w]+$/

/** Sends a request as the client sent it; the key is that of this gateway. */
async function send({ path, headers, body }: Recorded, { reached }: Bench): Promise<Response> {
  const { authorization: _, 'x-api-key': __, 'x-goog-api-key': ___, ...rest } = headers
  return fetch(`${reached.baseUrl.replace('/v1', '')}${path}`, {
    method: 'POST',
    headers: { ...rest, authorization: `Bearer ${clientKey}` },
    body: JSON.stringify(body),
  })
}

/** Recordings with each of their requests, for a provider that speaks another dialect than the client. */
function foreignTo({ speaks }: ProviderColumn): readonly (readonly [string, Recording, Recorded])[] {
  return all
    .filter(({ dialect }) => dialect !== speaks)
    .flatMap((recording) =>
      recording.requests.map((asked, at) => [`${recording.client} (${at + 1})`, recording, asked] as const),
    )
}

describe.each(providerColumns)('recorded requests on a provider of $name', (column) => {
  let bench: Bench

  beforeAll(async () => {
    bench = await startBench(column)
  })

  afterAll(() => bench.close())

  test.each(foreignTo(column))('%s: is taken, and answered in its dialect', async (_, { dialect }, asked) => {
    bench.script(say({ text: 'Sun, then rain.' }))
    const answer = await send(asked, bench)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.status, bytes.toString()).toBe(200)
    const { assemble, endOf } = dialects[dialect]
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
    const whole = isStream ? assemble(bytes) : bytes
    expect(String(whole)).toContain('Sun, then rain.')
    if (isStream) expect(endOf(bytes, bytes).complete).toBe(true)
  })

  test.each(foreignTo(column))('%s: loses what the table of losses says', async (_, { dialect }, asked) => {
    bench.script(say())
    await (await send(asked, bench)).arrayBuffer()
    const rows = codecs[dialect]!.losses
    const lost = (bench.fixture.traces.at(-1)?.warnings ?? []).map((warning) =>
      warning.replace('dropped ', ''),
    )
    const isStated = (field: string): boolean =>
      rows.some((row) => row.field.split('=')[0] === field && row.fate === 'dropped')
    const stated = lost.filter((field) => isStated(field) || ofSchema.test(field))
    expect(lost).toEqual(stated)
  })
})

test('the recordings are of ten clients', () => {
  expect(new Set(all.map(({ client }) => client.split(',')[0])).size).toBeGreaterThanOrEqual(10)
})

test.each(all.map((recording) => [recording.client, recording] as const))(
  '%s: the recording tells nothing of the machine, and holds no key',
  (_, recording) => {
    const text = JSON.stringify(recording)
    expect(text).not.toMatch(/gwc_(?!key\b)|\/root\b|\/tmp\b|127\.0\.0\.1|upstream-secret/)
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-(?!8000-0{12})/)
    expect(text.length).toBeLessThan(64 * 1024)
  },
)
