import { parseAddress, parseNetwork, showNetwork } from '../../core/address.ts'
import type { FactRow } from '../../core/types.ts'
import type { StringLit } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import { add, type Place } from './checking.ts'
import type { Used } from './literal.ts'
import { rewrite } from './rewrite.ts'

/** Reads a constant beside an address: a network where `in` asks, one address elsewhere. */
export function readAddress(place: Place, fact: FactRow, used: Used, literal: StringLit): string | undefined {
  const { value } = literal
  const network = parseNetwork(value)
  if (network === undefined) return noAddress(place, fact, used, value)
  if (used.op !== 'in')
    return parseAddress(value) === undefined ? networkAlone(place, fact, used, value) : value
  if (network.hasHostBits) warnHostBits(place, used, value, showNetwork(network))
  return value
}

function noAddress({ c }: Place, { name }: FactRow, { at }: Used, value: string): undefined {
  const notes = [help('an address is written `"10.0.0.1"` or `"2001:db8::1"`, a network `"10.0.0.0/8"`')]
  return add(c, report('GWC1206', { value, what: `\`${name}\`` }, at, { notes }))
}

function networkAlone({ c }: Place, { name }: FactRow, { at, op }: Used, value: string): undefined {
  const negated = op === '!=' ? ' not' : ''
  const text =
    op === undefined
      ? 'a request comes from one address'
      : `\`${name}${negated} in {"${value}"}\` asks for a network`
  return add(
    c,
    report('GWC1206', { value, what: `\`${name}\`` }, at, { label: 'a network', notes: [help(text)] }),
  )
}

function warnHostBits({ c }: Place, { at, from }: Used, written: string, network: string): void {
  const span = from ?? at
  const fixes = [rewrite(span, JSON.stringify(network))]
  const [address = ''] = written.split('/')
  const notes = [help(`write \`"${network}"\`; \`"${address}"\` alone is the one address`)]
  add(c, report('GWC1409', { written, network }, span, { notes, fixes }))
}
