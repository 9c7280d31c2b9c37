import type { CacheFigures } from '../../runtime/cache/cache-figures.ts'
import { columns } from '../columns.ts'
import { bar } from '../spend/bars.ts'
import { showShare } from './show-share.ts'

/** How full the cache is; a bar for each kind of pair, as long as its bound is beside one in ten. */
export function showFigures({ isCurrent, entries, bytes, quarantined, buckets }: CacheFigures): string {
  const kept = `${entries.toLocaleString('en-US')} questions in ${(bytes / 1e6).toFixed(1)} MB, ${quarantined.toLocaleString('en-US')} pairs in quarantine`
  const away = isCurrent ? [] : ['its store does not answer: nothing kept is served until it does']
  const rows = buckets
    .toSorted((one, other) => one.bound - other.bound)
    .map(({ bucket, bound }) => [bucket, showShare(bound), bar(Math.min(1, bound * 10), 24)])
  const table =
    rows.length === 0
      ? ['no policy that compares questions was obeyed yet']
      : ['', columns([['KIND OF PAIR', 'WRONG AT MOST', ''], ...rows])]
  return [kept, ...away, ...table].join('\n')
}
