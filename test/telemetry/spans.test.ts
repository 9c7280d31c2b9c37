import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { otlpOf } from '../../runtime/config/telemetry-config.ts'
import type { OtlpSpan } from '../../runtime/telemetry/otlp-span.ts'
import { traceContextOf } from '../../runtime/telemetry/trace-context.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { defaultOn, routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { fail, say } from '../support/provider/say.ts'
import { askIn, tongues } from '../support/tongues.ts'

interface Collector {
  readonly endpoint: string
  readonly paths: string[]
  readonly headers: IncomingHttpHeaders[]
  readonly spans: OtlpSpan[]
  /** What it answers from now on. */
  status: number
}

const open: (() => unknown)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** A collector on loopback that keeps what it is sent. */
async function startCollector(): Promise<Collector> {
  const kept: Collector = { endpoint: '', paths: [], headers: [], spans: [], status: 200 }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => void pieces.push(piece))
    request.on('end', () => {
      kept.paths.push(request.url!)
      kept.headers.push(request.headers)
      const { resourceSpans } = JSON.parse(Buffer.concat(pieces).toString()) as {
        resourceSpans: readonly { scopeSpans: readonly { spans: readonly OtlpSpan[] }[] }[]
      }
      for (const { scopeSpans } of resourceSpans)
        for (const { spans } of scopeSpans) kept.spans.push(...spans)
      response.writeHead(kept.status).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return Object.assign(kept, { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

interface World {
  readonly first: FakeProvider
  readonly second: FakeProvider
  readonly fixture: Fixture
}

/** A gateway whose first provider fails and whose second answers; spans go to the endpoint. */
async function world(endpoint: string | undefined): Promise<World> {
  const first = await startFakeProvider(fail(503))
  const second = await startFakeProvider(say())
  const otlp =
    endpoint === undefined
      ? undefined
      : otlpOf({ otlp: { endpoint, headers: { 'X-Api-Key': 'collector-secret' } } }).value
  const fixture = await startFixture(routeAll([stage('first/large'), stage('second/large', defaultOn)]), {
    providers: { first: { baseUrl: first.baseUrl }, second: { baseUrl: second.baseUrl } },
    config: { otlp },
  })
  open.push(first.close, second.close, fixture.gateway.close)
  return { first, second, fixture }
}

/** Attributes as one object. */
function said(span: OtlpSpan): Readonly<Record<string, unknown>> {
  return Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const CALLER = '00f067aa0ba902b7'
const traced = { traceparent: `00-${TRACE}-${CALLER}-01`, tracestate: 'acme=1' }

describe('spans', () => {
  test('one for a request, below its caller, and one for each attempt, below that', async () => {
    const collector = await startCollector()
    const { first, second, fixture } = await world(collector.endpoint)
    expect((await askIn(fixture, tongues[0]!, true, traced)).status).toBe(200)
    await fixture.gateway.close()
    expect(collector.paths).toEqual(['/v1/traces'])
    expect(collector.headers[0]).toMatchObject({
      'content-type': 'application/json',
      'x-api-key': 'collector-secret',
    })
    const [own, failed, answered] = collector.spans
    expect(collector.spans).toHaveLength(3)
    expect(collector.spans.map(({ traceId }) => traceId)).toEqual([TRACE, TRACE, TRACE])
    expect([own!.parentSpanId, failed!.parentSpanId, answered!.parentSpanId]).toEqual([
      CALLER,
      own!.spanId,
      own!.spanId,
    ])
    expect([own!.kind, failed!.kind, answered!.kind]).toEqual([2, 3, 3])
    expect([own!.status.code, failed!.status.code, answered!.status.code]).toEqual([0, 2, 0])
    expect(said(own!)).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'second',
      'gen_ai.response.model': 'second/large',
      'gen_ai.usage.input_tokens': '20',
      'gen_ai.usage.output_tokens': '5',
      'gen_ai.usage.cache_read.input_tokens': '8',
      'gen_ai.response.time_to_first_chunk': expect.any(Number),
      'http.response.status_code': '200',
      'gwc.rule': 'main.route#everything',
    })
    expect(failed).toMatchObject({ name: 'chat first/large' })
    expect(said(failed!)).toMatchObject({
      'gen_ai.provider.name': 'first',
      'http.response.status_code': '503',
      'error.type': '5xx',
    })
    expect(said(answered!)).toMatchObject({ 'gen_ai.request.model': 'second/large', 'gwc.stage': '1' })
    for (const { startTimeUnixNano, endTimeUnixNano } of collector.spans) {
      expect(BigInt(endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(startTimeUnixNano))
      expect(Math.abs(Number(startTimeUnixNano) / 1e6 - Date.now())).toBeLessThan(60_000)
    }
    const up = [first, second].map(({ requests }) => requests[0]!.headers)
    expect(up.map(({ traceparent }) => traceparent)).toEqual(
      [failed!, answered!].map(({ spanId }) => `00-${TRACE}-${spanId}-01`),
    )
    expect(up.map(({ tracestate }) => tracestate)).toEqual(['acme=1', 'acme=1'])
    expect(JSON.stringify(collector.spans)).not.toMatch(/Hi\.|upstream-secret|gwc_/)
  })

  test('begin a trace where the client has none, or one that cannot be read', async () => {
    const collector = await startCollector()
    const { fixture } = await world(collector.endpoint)
    await askIn(fixture, tongues[0]!, false, { ...traced, traceparent: '00-0-0-01' })
    await fixture.gateway.close()
    const [own] = collector.spans
    expect(own!.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(own!.traceId).not.toBe(TRACE)
    expect(own!.parentSpanId).toBeUndefined()
  })

  test('are not sent of a trace that its caller does not record, and the providers are told so', async () => {
    const collector = await startCollector()
    const { second, fixture } = await world(collector.endpoint)
    await askIn(fixture, tongues[0]!, false, { traceparent: `00-${TRACE}-${CALLER}-00` })
    await fixture.gateway.close()
    expect(collector.spans).toEqual([])
    expect(second.requests[0]!.headers['traceparent']).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`))
  })

  test('of refused requests say why', async () => {
    const collector = await startCollector()
    const { fixture } = await world(collector.endpoint)
    await askIn(fixture, { ...tongues[0]!, ask: { messages: 'hello' } }, false)
    await fixture.gateway.close()
    expect(collector.spans).toHaveLength(1)
    expect(said(collector.spans[0]!)).toMatchObject({ 'error.type': 'invalid_value' })
  })

  test.each([
    ['answers 503', async () => ({ ...(await startCollector()), status: 503 }).endpoint],
    ['is not there', async () => 'http://127.0.0.1:9'],
  ])('fail nothing where the collector %s: they are dropped, and the log says so once', async (_, make) => {
    const { fixture } = await world(await make())
    for (let i = 0; i < 5; i++) expect((await askIn(fixture, tongues[0]!, false)).status).toBe(200)
    await fixture.gateway.close()
    expect(fixture.warnings.filter((warning) => warning.includes('spans')).length).toBeLessThanOrEqual(1)
    expect(fixture.bugs).toEqual([])
  })

  test('are not made, and no header goes up, without a collector', async () => {
    const { second, fixture } = await world(undefined)
    await askIn(fixture, tongues[0]!, false, traced)
    await pause(10)
    expect(second.requests[0]!.headers).not.toHaveProperty('traceparent')
    expect(second.requests[0]!.headers).not.toHaveProperty('tracestate')
  })
})

describe('traceparent', () => {
  test.each([
    ['', undefined],
    [`00-${TRACE}-${CALLER}`, undefined],
    [`ff-${TRACE}-${CALLER}-01`, undefined],
    [`00-${'0'.repeat(32)}-${CALLER}-01`, undefined],
    [`00-${TRACE}-${'0'.repeat(16)}-01`, undefined],
    [`00-${TRACE.toUpperCase()}-${CALLER}-01`, undefined],
    [`00-${TRACE}-${CALLER}-01-more`, undefined],
    [`00-${TRACE}-${CALLER}-01`, CALLER],
    [`01-${TRACE}-${CALLER}-01-more`, CALLER],
  ])('%s', (text, parent) => expect(traceContextOf(text).parentId).toBe(parent))
})

describe('telemetry.otlp of gateway.json', () => {
  test.each([
    ['http://127.0.0.1:4318', 'http://127.0.0.1:4318/v1/traces'],
    ['https://otlp.example.com/api/traces?x=1', 'https://otlp.example.com/api/traces?x=1'],
  ])('%s is asked at %s', (endpoint, at) => expect(otlpOf({ otlp: { endpoint } }).value?.endpoint).toBe(at))

  test.each([
    [{ endpoint: 'collector:4318' }, 'telemetry.otlp.endpoint'],
    [{ endpoint: 'ftp://collector' }, 'telemetry.otlp.endpoint'],
    [{ endpoint: 'https://user:secret@collector' }, 'telemetry.otlp.endpoint'],
    [{ endpoint: 'http://collector', headers: { 'a b': 'x' } }, 'telemetry.otlp.headers.a b'],
    [{ endpoint: 'http://collector', headers: { a: 'secret\r\nb: c' } }, 'telemetry.otlp.headers.a'],
  ])('%j is refused at its place, and no value of a header is quoted', (otlp, path) => {
    const { problems } = otlpOf({ otlp })
    expect(problems.map((problem) => problem.path)).toEqual([path])
    expect(JSON.stringify(problems)).not.toContain('secret')
  })
})
