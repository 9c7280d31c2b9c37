import type { Missing, QuantityLit } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import { add, type Checking } from './checking.ts'
import { readSetting } from './setting.ts'

/** Reads a share of requests in basis points; one of 0% does nothing, and is told so in the words of its place. */
export function readShare(
  c: Checking,
  name: string,
  value: QuantityLit | Missing,
  nothing: { readonly what: string; readonly effect: string },
): number | undefined {
  const share = readSetting(c, { name, unit: 'percent', min: 0, max: 10_000 }, value)
  if (share !== 0) return share
  return add(c, report('GWC1503', nothing, value.span, { notes: [help('leave it out, or give it a share')] }))
}
