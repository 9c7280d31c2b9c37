import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import type { Gateway } from './config/gateway.ts'
import type { Trace } from './trace.ts'
import { traceEntry } from './trace.ts'

/** The gateway's log: JSON Lines, one object a line, each with `level`, `at` and either `message` or a request's trace. */
export interface Log {
  /** One decided request: an entry of the traffic log (schemas/traffic-log.schema.json). */
  readonly request: (trace: Trace) => void
  readonly info: (message: string, fields?: LogFields) => void
  readonly warn: (message: string, fields?: LogFields) => void
  readonly error: (message: string, fields?: LogFields) => void
  /** Lines that were not written, because nobody reads them fast enough. */
  readonly dropped: () => number
  /** Writes out what is buffered, before the process ends; gives up after a moment when nobody reads. */
  readonly flush: () => Promise<void>
}

/** Plain values only: no object, header list or error can reach the log by accident. */
export type LogFields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** Gathered before a write: a line a request must not cost a system call a request. */
const bufferBytes = 8 * 1024
const flushEveryMs = 250
/** A reader that stops reading costs lines, never the gateway's memory. */
const bufferBytesMax = 16 * 1024 * 1024

/** Never written, whoever passes them. */
const redacted = ['authorization', 'headers', 'body', 'secret', 'password']

/** Opens the log on standard output, buffered, or on another destination. */
export function openLog(level: Gateway['logLevel'], destination?: DestinationStream): Log {
  const buffered = destination === undefined ? stdout() : undefined
  let dropped = 0
  buffered?.on('drop', () => dropped++)
  const logger = pino(options(level), destination ?? buffered ?? process.stdout)
  return {
    request: (trace) => logRequest(logger, trace),
    info: (message, fields) => logger.info(stamped(fields), message),
    warn: (message, fields) => logger.warn(stamped(fields), message),
    error: (message, fields) => logger.error(stamped(fields), message),
    dropped: () => dropped,
    flush: () => flushed(buffered),
  }
}

function stdout(): ReturnType<typeof pino.destination> {
  return pino.destination({
    dest: 1,
    sync: false,
    minLength: bufferBytes,
    maxLength: bufferBytesMax,
    periodicFlush: flushEveryMs,
  })
}

/** How long the last lines may take. */
const flushMsMax = 500

/** Not `flushSync`: on a pipe whose reader has gone it tries for ever. */
function flushed(buffered: ReturnType<typeof stdout> | undefined): Promise<void> {
  if (buffered === undefined) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, flushMsMax)
    buffered.flush(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function options(level: Gateway['logLevel']): Parameters<typeof pino>[0] & object {
  const formatters = { level: (label: string) => ({ level: label }) }
  return {
    level,
    base: null,
    timestamp: false,
    messageKey: 'message',
    formatters,
    redact: { paths: redacted, remove: true },
  }
}

function stamped(fields: LogFields | undefined): object {
  return { at: new Date().toISOString(), ...fields }
}

/** Nothing is spelled out when nobody reads it. */
function logRequest(logger: Pick<Logger, 'info' | 'isLevelEnabled'>, trace: Trace): void {
  if (logger.isLevelEnabled('info')) logger.info(traceEntry(trace))
}
