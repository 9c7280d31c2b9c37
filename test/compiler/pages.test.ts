import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codes } from '../../lang/codes/index.ts'
import { findingsOf } from '../support/compile-text.ts'

/** Their pages describe in words what no short policy shows, or (GWC3104, see coverage.test.ts) what `gwc check` does not ask. */
const inWords = new Set([
  'GWC1406',
  'GWC1409',
  'GWC2301',
  'GWC3003',
  'GWC2303',
  'GWC2501',
  'GWC2702',
  'GWC3104',
])

/** 14xx, 15xx, and 21xx to 39xx: what whole policies show. The pages of other codes are read by test/check and test/lang. */
const shown = Object.keys(codes).filter((code) => /^GWC(?:14|15|2|3)/.test(code) && !inWords.has(code))

function policiesOf(code: string): readonly string[] {
  const page = readFileSync(new URL(`../../docs/diagnostics/${code}.md`, import.meta.url), 'utf8')
  return [...page.matchAll(/```route\n([\s\S]*?)```/g)].map(([, text = '']) => `gwc 1\n${text}`)
}

test.each(shown)('the page of %s: what to avoid has the finding, what to prefer has none', (code) => {
  const [avoid = '', prefer = ''] = policiesOf(code)
  expect(findingsOf(avoid).map((each) => each.code)).toEqual([code])
  expect(findingsOf(prefer)).toEqual([])
})
