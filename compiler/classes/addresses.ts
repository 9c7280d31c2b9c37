import {
  addressFrom,
  endOfAddresses,
  firstV4,
  parseAddress,
  parseNetwork,
  showAddress,
} from '../../core/address.ts'
import { intervalOf } from '../../core/address-classes.ts'
import { passes } from '../holds.ts'
import { withAbsence } from './absence.ts'
import type { Asked, Axis } from './axis.ts'

/** An interval of addresses that every test takes whole or not at all. */
interface Interval {
  readonly start: bigint
  readonly end: bigint
}

/**
 * Classes of an address: the line of all addresses is cut where a network that the policy names begins or ends, and the
 * intervals that the same tests take are one class.
 */
export function addressAxis(asked: Asked): Axis {
  const intervals = intervalsOf(asked)
  const signatures = intervals.map(({ start }) => signatureOf(asked, showAddress(start)))
  const distinct = [...new Set(signatures)]
  const starts = intervals.map(({ start }) => start)
  const classOf = signatures.map((signature) => distinct.indexOf(signature))
  return withAbsence(asked, {
    classes: { kind: 'addresses', starts: ['0', ...starts.slice(1).map(String)], class: classOf },
    samples: distinct.map((signature) =>
      sampleOf(
        asked,
        intervals.filter((_, index) => signatures[index] === signature),
      ),
    ),
    classOf: (value) => classOf[intervalOf(starts, parseAddress(String(value)) ?? 0n)] ?? 0,
  })
}

function intervalsOf({ tests }: Asked): readonly Interval[] {
  const cuts = tests.flatMap((test) => (test.kind === 'within' ? test.networks.flatMap(edgesOf) : []))
  const starts = [...new Set([0n, firstV4, ...cuts.map(addressFrom)])]
    .filter((start) => start < endOfAddresses)
    .toSorted((a, b) => Number(a > b) - Number(a < b))
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? endOfAddresses }))
}

function edgesOf(text: string): readonly bigint[] {
  const network = parseNetwork(text)
  return network === undefined ? [] : [network.first, network.end]
}

const signatureOf = ({ tests, fact }: Asked, sample: string): string =>
  tests.map((test) => Number(passes(test, fact, sample))).join('')

/** Addresses for documentation (RFC 5737, RFC 3849): what an example may speak of without meaning anybody. */
const readable = ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1']

function sampleOf({ fact }: Asked, intervals: readonly Interval[]): string {
  const isInside = (text: string): boolean => {
    const address = parseAddress(text)
    return address !== undefined && intervals.some(({ start, end }) => address >= start && address < end)
  }
  const usual = typeof fact.default === 'string' ? [fact.default] : []
  const known = [...usual, ...readable].find(isInside)
  const v4 = intervals.find(({ start }) => start >= firstV4) ?? intervals[0]
  if (known !== undefined || v4 === undefined) return known ?? ''
  const second = v4.start + 1n
  return showAddress(second < v4.end ? second : v4.start)
}
