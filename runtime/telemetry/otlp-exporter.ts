import type { Egress, OtlpConfig } from '../config/gateway.ts'
import { Connector } from '../upstream/connect.ts'
import { openClient } from '../upstream/open-client.ts'
import { postJson } from '../upstream/post-json.ts'
import type { OtlpSpan } from './otlp-span.ts'

/** Spans that wait to be sent; what comes beyond is dropped and counted. */
const WAITING_MAX = 4_096
/** A batch is sent when so many wait, or after so long. */
const BATCH_MAX = 512
const EVERY_MS = 2_000
const PATIENCE_MS = 10_000

/** Where spans go. Nothing waits for it, and nothing fails by it. */
export interface SpanExporter {
  readonly add: (spans: readonly OtlpSpan[]) => void
  /** Spans that were not delivered. */
  readonly dropped: number
  /** Sends what waits, within the patience of one request, and closes. */
  readonly close: () => Promise<void>
}

/** What the exporter says of itself: the version of gwc, and where it complains. */
export interface ExporterParts {
  readonly version: string
  readonly warn: (message: string) => void
}

/** Sends spans to an OTLP collector over HTTP, as JSON, in batches, one at a time. */
export function openSpanExporter(config: OtlpConfig, egress: Egress, parts: ExporterParts): SpanExporter {
  const url = new URL(config.endpoint)
  const client = openClient(url.origin, {
    connect: new Connector(egress).to({ allowPrivate: true }),
  })
  const path = `${url.pathname}${url.search}`
  const headers = revealed(config)
  const waiting: OtlpSpan[] = []
  let dropped = 0
  let isFailing = false
  let sending: Promise<void> | undefined

  const post = async (spans: readonly OtlpSpan[]): Promise<void> => {
    const body = JSON.stringify(documentOf(spans, parts.version))
    const status = await postJson(client, { path, headers, body, patienceMs: PATIENCE_MS })
    if (status >= 300) throw new Error(`it answered ${status}`)
  }
  const deliver = async (spans: readonly OtlpSpan[]): Promise<void> => {
    try {
      await post(spans)
      isFailing = false
    } catch (error) {
      dropped += spans.length
      if (!isFailing) parts.warn(`spans cannot be sent to ${url.host}: ${whyOf(error)}`)
      isFailing = true
    }
  }
  const flush = (): void => {
    if (sending !== undefined || waiting.length === 0) return
    sending = deliver(waiting.splice(0, BATCH_MAX)).finally(() => {
      sending = undefined
      if (waiting.length >= BATCH_MAX) flush()
    })
  }
  const sendRest = async (): Promise<void> => {
    flush()
    if (sending === undefined) return
    await sending
    if (!isFailing) await sendRest()
  }
  const timer = setInterval(flush, EVERY_MS).unref()
  return {
    add: (spans) => {
      if (waiting.length + spans.length > WAITING_MAX) dropped += spans.length
      else waiting.push(...spans)
      if (waiting.length >= BATCH_MAX) flush()
    },
    get dropped() {
      return dropped
    },
    close: async () => {
      clearInterval(timer)
      await sendRest()
      void client.destroy()
    },
  }
}

function revealed({ headers }: OtlpConfig): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.reveal()]))
}

function documentOf(spans: readonly OtlpSpan[], version: string): object {
  const attribute = (key: string, stringValue: string): object => ({ key, value: { stringValue } })
  const resource = { attributes: [attribute('service.name', 'gwc'), attribute('service.version', version)] }
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'gwc', version }, spans }] }] }
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}
