import { expect, test } from 'vitest'
import { check } from '../../compiler/check.ts'
import { builtinFacts } from '../../core/facts.ts'
import type { Modules } from '../../compiler/modules.ts'
import { parse } from '../../lang/parse.ts'
import { file as anyFile } from '../support/arbitrary-ast.ts'
import { inputOf } from '../support/corpus.ts'
import { fc } from '../support/fast-check.ts'
import { checkInput } from '../support/marks.ts'

const input = inputOf('random.route', [['random.route', '']])
const facts = new Map(builtinFacts.map((fact) => [fact.name, fact]))

test('any syntax tree is checked without throwing, and a policy comes of it only without errors', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const root = { path: 'random.route', file, prefix: '', children: new Map() }
      const modules: Modules = {
        root,
        facts,
        factPlaces: new Map(),
        factsAreKnown: true,
        zone: 'UTC',
        broken: false,
      }
      const { policy, diagnostics } = check(modules, input)
      expect(policy === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
    }),
    { numRuns: 500 },
  )
})

const policy = `gwc 1
const small = {openai/gpt-4.1-mini, google/gemini-3.5-flash}
pred long = has max_output and max_output > 4k
guard { deny "no" status 403 when team in {"a", "b"} and not long }
route {
  rule quick when stream and hour < 12 use cheapest of small where quality >= 0.1 then deny on {429}
  default use asked
}
cache { default => exact for 1h within team }
attempt { default => total 120s, backoff 1s to 2s }
test "t" { given stream = true, hour = 3 expect by quick }
`

test('a policy with a part cut out or doubled is checked without throwing', () => {
  const words = policy.split(/(?<=\s)/)
  const broken = fc
    .tuple(fc.nat(words.length - 1), fc.nat(4), fc.nat(words.length - 1))
    .map(([at, count, from]) => words.toSpliced(at, count, ...words.slice(from, from + 2)).join(''))
  fc.assert(
    fc.property(broken, (text) => {
      const { policy: typed, diagnostics } = checkInput(inputOf('main.route', [['main.route', text]]))
      const mistakes = parse({ file: 'main.route', text }).diagnostics.length
      expect(typed === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
      expect(diagnostics.length).toBeGreaterThanOrEqual(mistakes)
    }),
    { numRuns: 300 },
  )
})
