/**
 * IP addresses on one line: IPv6 as its 128-bit number, IPv4 after the last of them. An IPv4 address in IPv6 clothes
 * (`::ffff:10.0.0.1`, RFC 4291 2.5.5.2) is that IPv4 address.
 */
export type AddressNumber = bigint

/** Where IPv4 begins on the line. */
export const firstV4 = 1n << 128n
/** Just past the last address. */
export const endOfAddresses = firstV4 + (1n << 32n)

const mapped = 0xffff_0000_0000n
const mappedEnd = mapped + (1n << 32n)

/** Reads an address as RFC 4291 and RFC 6943 (strict) spell it; `undefined` for anything else, zone ids among them. */
export function parseAddress(text: string): AddressNumber | undefined {
  if (!text.includes(':')) {
    const v4 = parseV4(text)
    return v4 === undefined ? undefined : firstV4 + v4
  }
  const v6 = parseV6(text)
  if (v6 === undefined) return undefined
  return v6 >= mapped && v6 < mappedEnd ? firstV4 + (v6 - mapped) : v6
}

/** The first address at this place of the line or after it: IPv6 has a hole where IPv4 would be in its clothes. */
export const addressFrom = (place: bigint): AddressNumber =>
  place >= mapped && place < mappedEnd ? mappedEnd : place

/** A network: its first address, the one after its last, and whether the text names an address inside instead. */
export interface Network {
  readonly first: AddressNumber
  readonly end: AddressNumber
  readonly hasHostBits: boolean
}

/** Reads `10.0.0.0/8`, `2001:db8::/32`, or one address as the network of that address alone. */
export function parseNetwork(text: string): Network | undefined {
  const slash = text.indexOf('/')
  const address = parseAddress(slash === -1 ? text : text.slice(0, slash))
  if (address === undefined) return undefined
  const bits = address >= firstV4 ? 32 : 128
  const length = slash === -1 ? bits : prefixLength(text.slice(slash + 1), text, bits)
  if (length === undefined) return undefined
  const size = 1n << BigInt(bits - length)
  const base = address >= firstV4 ? firstV4 : 0n
  const first = base + ((address - base) / size) * size
  return { first, end: first + size, hasHostBits: first !== address }
}

/** Of an IPv4 address in IPv6 clothes the first 96 bits are the clothes. */
function prefixLength(digits: string, text: string, bits: 32 | 128): number | undefined {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(digits)) return undefined
  const length = Number(digits) - (bits === 32 && text.includes(':') ? 96 : 0)
  return length >= 0 && length <= bits ? length : undefined
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return undefined
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n)
}

const groupCount = 8
const charsMax = 45

function parseV6(text: string): bigint | undefined {
  if (text.length > charsMax) return undefined
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [before, after] = [groupsOf(halves[0] ?? ''), groupsOf(halves[1] ?? '')]
  if (before === undefined || after === undefined) return undefined
  if (halves.length === 2 && hasV4Tail(halves[0] ?? '')) return undefined
  const missing = groupCount - before.length - after.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const groups = [...before, ...Array.from({ length: missing }, () => 0n), ...after]
  return groups.reduce((sum, group) => sum * 0x1_0000n + group, 0n)
}

const hasV4Tail = (half: string): boolean => half.includes('.')

/** Groups of four hexadecimal digits; the last may be written as an IPv4 address, which makes two. */
function groupsOf(half: string): readonly bigint[] | undefined {
  if (half === '') return []
  const parts = half.split(':')
  const last = parts.at(-1) ?? ''
  const tail = hasV4Tail(last) ? parseV4(last) : undefined
  const plain = hasV4Tail(last) ? parts.slice(0, -1) : parts
  if ((hasV4Tail(last) && tail === undefined) || !plain.every((part) => /^[0-9a-f]{1,4}$/i.test(part)))
    return undefined
  const groups = plain.map((part) => BigInt(`0x${part}`))
  return tail === undefined ? groups : [...groups, tail >> 16n, tail & 0xffffn]
}

/** An address as people write it: `10.0.0.1`, `2001:db8::1` (RFC 5952). */
export function showAddress(address: AddressNumber): string {
  if (address < firstV4) return showV6(address)
  const v4 = address - firstV4
  return [24n, 16n, 8n, 0n].map((shift) => (v4 >> shift) & 0xffn).join('.')
}

function showV6(address: bigint): string {
  const groups = Array.from({ length: groupCount }, (_, i) => (address >> BigInt(16 * (7 - i))) & 0xffffn)
  const run = longestRun(groups)
  const show = (part: readonly bigint[]): string => part.map((group) => group.toString(16)).join(':')
  return run.length < 2
    ? show(groups)
    : `${show(groups.slice(0, run.start))}::${show(groups.slice(run.start + run.length))}`
}

/** The first longest run of zero groups. */
function longestRun(groups: readonly bigint[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < groups.length; start++) {
    const end = groups.findIndex((group, index) => index >= start && group !== 0n)
    const length = (end === -1 ? groups.length : end) - start
    if (length > best.length) best = { start, length }
  }
  return best
}

/** A network as its first address and length. */
export function showNetwork({ first, end }: Network): string {
  const bits = first >= firstV4 ? 32 : 128
  const length = bits - ((end - first).toString(2).length - 1)
  return length === bits ? showAddress(first) : `${showAddress(first)}/${length}`
}
