import type { CacheFigures } from '../cache/cache-figures.ts'
import type { Trace } from '../trace.ts'
import type { Metrics } from './metrics.ts'

/** Reads into the metrics how full the cache is, and how often each kind of pair is wrong at most. */
export function readCache(metrics: Metrics, { entries, bytes, quarantined, buckets }: CacheFigures): void {
  metrics.cacheEntries.with().set(entries)
  metrics.cacheBytes.with().set(bytes)
  metrics.cacheQuarantined.with().set(quarantined)
  metrics.cacheBounds.clear()
  for (const { bucket, bound } of buckets) metrics.cacheBounds.with(bucket).set(bound)
}

/** Counts what each layer found, why a like question did not do, and what a hit saved. Never a word of a question. */
export function countLookups(metrics: Metrics, { hit, likeness, saved }: Trace): void {
  metrics.cacheLookups.with('exact', hit?.layer === 'exact' ? 'hit' : 'miss').add()
  if (hit !== undefined && hit.layer !== 'exact') metrics.cacheLookups.with(hit.layer, 'hit').add()
  if (hit === undefined && likeness !== undefined) metrics.cacheLookups.with('semantic', likeness.why).add()
  if (likeness?.rule !== undefined) metrics.cacheRefusals.with(likeness.rule).add()
  if (hit === undefined || saved === undefined) return
  metrics.cacheSavedDollars.with(hit.layer).add(saved.savedNanos / 1e9)
  metrics.cacheSavedTokens.with(hit.layer).add(saved.savedTokens)
}
