import { describe, expect, test } from 'vitest'
import { parseNetwork } from '../../core/address.ts'
import { clientAddress } from '../../runtime/front/client-address.ts'
import { fc } from '../support/fast-check.ts'

const trusted = ['10.0.0.0/8', '2001:db8:1::/48'].map((text) => parseNetwork(text)!)
const seen = (peer: string | undefined, headers: Record<string, string> = {}): string | undefined =>
  clientAddress(peer, headers, trusted)
const xff = (hops: string): Record<string, string> => ({ 'x-forwarded-for': hops })
const forwarded = (elements: string): Record<string, string> => ({ forwarded: elements })

describe('the address of a client', () => {
  test.each<[string, string | undefined, Record<string, string>, string | undefined]>([
    ['is the socket’s, whatever a stranger writes', '192.0.2.7', xff('198.51.100.1'), '192.0.2.7'],
    ['is the proxy’s own where it names nobody', '10.0.0.1', {}, '10.0.0.1'],
    ['is what a trusted proxy says', '10.0.0.1', xff('198.51.100.1'), '198.51.100.1'],
    [
      'is the rightmost: what stands left of it anybody wrote',
      '10.0.0.1',
      xff('1.1.1.1, 198.51.100.1'),
      '198.51.100.1',
    ],
    [
      'is found past further trusted hops',
      '10.0.0.1',
      xff('198.51.100.1, 10.9.9.9, 10.0.0.2'),
      '198.51.100.1',
    ],
    ['is the leftmost where all are trusted', '10.0.0.1', xff('10.3.3.3, 10.2.2.2'), '10.3.3.3'],
    ['comes with a port or without', '10.0.0.1', xff('198.51.100.1:4711'), '198.51.100.1'],
    ['may be IPv6', '10.0.0.1', xff('[2001:db8:2::1]:443'), '2001:db8:2::1'],
    ['may be IPv6 in the clear', '2001:db8:1::9', xff('2001:db8:2::1'), '2001:db8:2::1'],
    ['is one address in either clothes', '::ffff:10.0.0.1', xff('::ffff:198.51.100.1'), '198.51.100.1'],
    ['is read from Forwarded', '10.0.0.1', forwarded('for=198.51.100.1;proto=https'), '198.51.100.1'],
    [
      'is read from Forwarded in quotes',
      '10.0.0.1',
      forwarded('proto=https; For="[2001:db8:2::1]:47"'),
      '2001:db8:2::1',
    ],
    [
      'is the rightmost of Forwarded too',
      '10.0.0.1',
      forwarded('for=1.1.1.1, for=198.51.100.1;by=10.0.0.1'),
      '198.51.100.1',
    ],
    [
      'is both headers’ where they agree',
      '10.0.0.1',
      { ...xff('192.0.2.1'), ...forwarded('for=192.0.2.1') },
      '192.0.2.1',
    ],
    [
      'is unknown where they do not',
      '10.0.0.1',
      { ...xff('192.0.2.1'), ...forwarded('for=1.1.1.1') },
      undefined,
    ],
    ['is unknown behind a hop that hides', '10.0.0.1', forwarded('for=_hidden'), undefined],
    ['is unknown behind a hop that is no address', '10.0.0.1', xff('198.51.100.1, unknown'), undefined],
    ['is unknown behind an empty hop', '10.0.0.1', xff(''), undefined],
    ['is found behind a long list', '10.0.0.1', xff(`${'1.1.1.1,'.repeat(999)}198.51.100.1`), '198.51.100.1'],
    ['is unknown of a socket that is gone', undefined, xff('198.51.100.1'), undefined],
  ])('%s', (_, peer, headers, address) => {
    expect(seen(peer, headers)).toBe(address)
  })

  test('no client behind a trusted proxy can choose it, whatever it writes before the proxy adds its own', () => {
    const real = '198.51.100.77'
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789abcdef.:[]", ;=for'.split('')) }),
        (written) => {
          const said = written === '' ? real : `${written}, ${real}`
          const address = seen('10.0.0.1', xff(said))
          expect([real, undefined]).toContain(address)
        },
      ),
    )
  })
})
