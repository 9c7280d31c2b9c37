import type { unsupported as rows } from '../../lang/codes/unsupported.ts'
import { help, note, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Checking } from './checking.ts'

/** Parts of the language that are parsed and formatted but have no compiler yet. Making one work deletes its row. */
const features = {
  shape: { code: 'GWC0903', help: 'remove the table' },
  log: { code: 'GWC0904', help: 'remove the table: without one, metadata is logged' },
  split: { code: 'GWC0905', help: 'name one model, or `cheapest of {…}`' },
  best: { code: 'GWC0906', help: '`cheapest of SET where quality >= 0.8` keeps to the good ones' },
  shadow: { code: 'GWC0907', help: 'remove the `shadow` part' },
  affinity: { code: 'GWC0908', help: 'remove the row' },
  semantic: { code: 'GWC0909', help: '`exact for 1h` caches equal requests' },
  judge: { code: 'GWC0910', help: 'remove the `verify judge` part' },
  embeddings: { code: 'GWC0914', help: 'remove the table: embeddings go to the model that was asked for' },
  address: { code: 'GWC0915', help: 'remove the condition' },
  drain: { code: 'GWC0916', help: '`abort cancel` is what happens today' },
} as const satisfies Record<string, { readonly code: keyof typeof rows; readonly help: string }>

export type Feature = keyof typeof features

/** Refuses a policy that uses the feature: a rule that is read but not obeyed would be weaker than it looks. */
export function refuse(c: Checking, feature: Feature, at: Span): undefined {
  const row = features[feature]
  const notes = [note('the policy is refused rather than obeyed in part'), help(row.help)]
  return add(c, report(row.code, {}, at, { label: 'not compiled yet', notes }))
}
