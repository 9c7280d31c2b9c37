import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Metrics } from './metrics.ts'

/** How often the event loop is asked whether it is late: what is shorter is not seen. */
const RESOLUTION_MS = 20
const quantiles = [0.5, 0.99, 1] as const

/** What is read of the process at each scrape. */
export interface ProcessMetrics extends Disposable {
  /** Reads it now. */
  readonly read: () => void
}

/** Watches the process until it is disposed of. */
export function processMetrics(metrics: Metrics, version: string): ProcessMetrics {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  loop.enable()
  metrics.build.with(version, process.version.slice(1)).set(1)
  metrics.started.with().set((Date.now() - process.uptime() * 1000) / 1000)
  return {
    read: () => {
      const { user, system } = process.cpuUsage()
      metrics.cpu.with().value = (user + system) / 1e6
      metrics.residentBytes.with().set(process.memoryUsage.rss())
      metrics.heapBytes.with().set(process.memoryUsage().heapUsed)
      for (const quantile of quantiles)
        metrics.loopDelay.with(String(quantile)).set(lateBy(loop.percentile(quantile * 100)))
      loop.reset()
    },
    [Symbol.dispose]: () => loop.disable(),
  }
}

/** The histogram counts the resolution itself. Nanoseconds to seconds. */
const lateBy = (nanos: number): number => Math.max(0, nanos / 1e6 - RESOLUTION_MS) / 1000
