import { BlockList, isIP, SocketAddress } from 'node:net'
import { describe, expect, test } from 'vitest'
import { parseAddress, parseNetwork, showAddress, showNetwork } from '../../core/address.ts'
import { fc } from '../support/fast-check.ts'

const aV4 = fc.ipV4()
const aV6 = fc.ipV6()

describe('addresses', () => {
  test('are what node:net takes for one, without a zone', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          aV4,
          aV6,
          fc.stringMatching(/^[0-9a-f:.]{0,20}$/),
          fc.stringMatching(/^[0-9]{1,3}(\.[0-9]{1,3}){2,4}$/),
        ),
        (text) => {
          expect(parseAddress(text) !== undefined, text).toBe(isIP(text) !== 0)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  test('are read back as they are shown, by node:net too', () => {
    fc.assert(
      fc.property(fc.oneof(aV4, aV6), (text) => {
        const address = parseAddress(text) ?? -1n
        expect(parseAddress(showAddress(address))).toBe(address)
        const family = showAddress(address).includes(':') ? 'ipv6' : 'ipv4'
        const shown = new SocketAddress({ address: showAddress(address), family }).address
        expect(parseAddress(shown)).toBe(address)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['010::1', '10::1'],
  ])('%s is shown as %s (RFC 5952)', (text, shown) => {
    expect(showAddress(parseAddress(text) ?? -1n)).toBe(shown)
  })

  test('IPv4 in the clothes of IPv6 is IPv4', () => {
    expect(parseAddress('::ffff:10.0.0.1')).toBe(parseAddress('10.0.0.1'))
    expect(
      showNetwork(parseNetwork('::ffff:10.0.0.0/104') ?? { first: 0n, end: 1n, hasHostBits: false }),
    ).toBe('10.0.0.0/8')
  })
})

describe('networks', () => {
  test('take the addresses that a block list of node:net takes', () => {
    const near = (first: string): fc.Arbitrary<string> => fc.oneof(aV4, aV6, fc.constant(first))
    const cases = fc
      .oneof(
        fc.tuple(aV4, fc.integer({ min: 0, max: 32 })),
        fc.tuple(
          aV6.filter((text) => !text.toLowerCase().includes('ffff')),
          fc.integer({ min: 0, max: 128 }),
        ),
      )
      .chain(([address, length]) => fc.tuple(fc.constant(address), fc.constant(length), near(address)))
    fc.assert(
      fc.property(cases, ([address, length, asked]) => {
        const list = new BlockList()
        const family = address.includes(':') ? 'ipv6' : 'ipv4'
        list.addSubnet(address, length, family)
        const network = parseNetwork(`${address}/${length}`)
        const place = parseAddress(asked) ?? -1n
        const isInside = network !== undefined && place >= network.first && place < network.end
        const isSame = place >= 1n << 128n === (family === 'ipv4')
        expect(isInside).toBe(isSame && list.check(asked, asked.includes(':') ? 'ipv6' : 'ipv4'))
      }),
      { numRuns: 5_000 },
    )
  })

  test.each([
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0/8',
    '::/129',
    '10.0.0.0/08',
    'fe80::1%eth0',
    '1.2.3.4/8/8',
    '',
  ])('%j is none', (text) => expect(parseNetwork(text)).toBeUndefined())

  test('a network that is written by an address inside it says so', () => {
    expect(parseNetwork('10.1.2.3/8')).toMatchObject({ hasHostBits: true })
    expect(parseNetwork('10.0.0.0/8')).toMatchObject({ hasHostBits: false })
  })
})
