import type { LogFields } from '../log.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { MeterWarning } from './store.ts'
import { errorText } from '../error-text.ts'

/** Where passed thresholds are told. */
export interface AlertParts {
  readonly warn: (message: string, fields?: LogFields) => void
  readonly metrics: Pick<Metrics, 'meterWarnings'> | undefined
  /** Posts JSON to the webhook of gateway.json; `undefined`: there is none. */
  readonly post: ((body: string) => Promise<void>) | undefined
}

/** Tells of each threshold of `warn at` once: in the log, in the metrics and to the webhook. */
export function meterAlerts({ warn, metrics, post }: AlertParts): (warning: MeterWarning) => void {
  return (warning) => {
    const fields = fieldsOf(warning)
    warn(`${fields.kind} ${fields.name} has passed ${fields.percent}%`, fields)
    metrics?.meterWarnings.with(fields.kind, fields.name).add()
    post?.(JSON.stringify({ event: 'threshold_passed', ...fields })).catch((error: unknown) =>
      warn(`the webhook did not take an alert: ${errorText(error)}`),
    )
  }
}

/** What log and webhook are told; money in nano-dollars, as everywhere. */
interface Told extends LogFields {
  readonly kind: 'budget' | 'limit'
  readonly name: string
  /** Whose share it is, as `developer=alice`. */
  readonly of: string
  readonly percent: number
}

function fieldsOf({ charge, reading, basisPoints }: MeterWarning): Told {
  const { kind, name, of } = charge
  const { spent, limit, resetsAtMs } = reading
  const resets = resetsAtMs === undefined ? {} : { resetsAt: new Date(resetsAtMs).toISOString() }
  return { kind, name, of, percent: basisPoints / 100, spent, limit, ...resets }
}
