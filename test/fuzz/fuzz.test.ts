import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { serialize } from '../../compiler/emit.ts'
import { runTests } from '../../compiler/test-runner.ts'
import { artifactChecksum } from '../../core/artifact-checksum.ts'
import { hasErrors } from '../../lang/diagnostic.ts'
import { format } from '../../lang/format.ts'
import { parse } from '../../lang/parse.ts'
import { tokenize } from '../../lang/tokens.ts'
import { decideFacts } from '../../runtime/table/decide.ts'
import { loadTable } from '../../runtime/table/load.ts'
import type { DecisionTable } from '../../schemas/generated/decision-table.ts'
import { inputOf } from '../support/corpus.ts'
import { isFull, noteFigure } from '../support/figures.ts'
import { withoutHang } from '../support/limited.ts'
import { anyText, mutateBytes, mutateJson, mutateText } from '../support/mutate.ts'
import { type Random, randomFrom } from '../support/random.ts'
import { runSeed } from '../support/seed.ts'

/** Inputs of a usual run, and of `npm run fuzz`. */
const inputs = isFull ? 1_000_000 : 20_000

/** Every policy of this repository, right or wrong, with the files that it may name. */
const policies = ['policies', 'test/corpus'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.route'))
    .map((file) => join(folder, file)),
)
const texts = policies.map((file) => readFileSync(file, 'utf8'))

/** The parts of the inputs that go to each stage: the dearer the stage, the fewer. */
const shares = { lexer: 0.8, parser: 0.1, checker: 0.02, loader: 0.08 } as const

function fuzz(stage: keyof typeof shares, tryOne: (random: Random) => void): void {
  const count = Math.ceil(inputs * shares[stage])
  const random = randomFrom(runSeed())
  for (let i = 0; i < count; i++) tryOne(random)
  noteFigure(`${stage}: random and mutated inputs`, `${count}: 0 thrown, 0 longer than 1 s`)
}

const anInput = (random: Random): string =>
  random.below(4) === 0 ? anyText(random) : mutateText(random, someLines(random), texts)

/** Part of a policy, now and then the whole: what a long text breaks, a short one mostly breaks as well. */
function someLines(random: Random): string {
  const text = random.pick(texts)
  if (random.below(16) === 0) return text
  const lines = text.split(/(?<=\n)/)
  const from = random.below(lines.length)
  return lines.slice(from, from + 1 + random.below(12)).join('')
}

const hours = 3_600_000

test(`the lexer takes any text, and gives back every character of it`, { timeout: hours }, () => {
  fuzz('lexer', (random) => {
    const text = anInput(random)
    const { tokens } = withoutHang(text, () => tokenize(text))
    if (tokens.some(({ image, startOffset }) => !text.startsWith(image, startOffset)))
      expect.fail(`a token of ${JSON.stringify(text)} is not in it`)
  })
})

test('the parser takes any text, and the formatter keeps what it formats', { timeout: hours }, () => {
  fuzz('parser', (random) => {
    const text = anInput(random)
    const { diagnostics } = withoutHang(text, () => parse({ file: 'main.route', text }))
    if (diagnostics.length > 0 || random.below(8) > 0) return
    const formatted = withoutHang(text, () => format({ file: 'main.route', text }))
    expect(formatted.diagnostics).toEqual([])
  })
})

test('the checker takes any policy, and its tests run on whatever checks', { timeout: hours }, () => {
  const beside = new Map(policies.map((file) => [file, filesBeside(file)]))
  const sound = policies.filter((file) => tableOf(file) !== undefined)
  let whole = 0
  fuzz('checker', (random) => {
    const root = random.pick(random.below(2) === 0 ? sound : policies)
    const text = mutateText(random, beside.get(root)?.get(root) ?? '', texts)
    const sources = new Map([...(beside.get(root) ?? []), [root, text]])
    const { policy, table, models, diagnostics } = withoutHang(text, () =>
      compile(inputOf(root, [...sources])),
    )
    if ((table === undefined) !== hasErrors(diagnostics)) expect.fail(`a table and errors of:\n${text}`)
    if (policy !== undefined) withoutHang(text, () => runTests(policy, models))
    if (table !== undefined) whole += 1
  })
  expect(whole).toBeGreaterThan(inputs * shares.checker * 0.02)
})

test('the loader takes any bytes, and what it loads decides any request', { timeout: hours }, () => {
  const tables = policies.flatMap((root) => tableOf(root) ?? [])
  expect(tables.length).toBeGreaterThan(4)
  let loaded = 0
  fuzz('loader', (random) => {
    const bytes = mutant(random, random.pick(tables))
    const result = withoutHang(bytes, () => loadTable(bytes))
    if (!result.ok) return
    loaded += 1
    const facts = { team: random.pick(['interns', 'x']), model: 'auto', input_tokens: random.below(200_000) }
    withoutHang(bytes, () => decideFacts(result.table, facts))
  })
  expect(loaded).toBeGreaterThan(0)
})

function filesBeside(root: string): ReadonlyMap<string, string> {
  const folder = dirname(root)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:route|json)$/.test(file))
    .map((file) => join(folder, file))
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
}

function tableOf(root: string): DecisionTable | undefined {
  const { table } = compile(inputOf(root, [...filesBeside(root)]))
  return table && (JSON.parse(serialize(table)) as DecisionTable)
}

/** Half of them are bent as JSON, most with a checksum that fits, so that what lies behind it is reached. */
function mutant(random: Random, table: DecisionTable): Buffer {
  if (random.below(2) === 0) return mutateBytes(random, Buffer.from(JSON.stringify(table)))
  const bent = mutateJson(random, table) as DecisionTable
  if (random.below(4) === 0) return Buffer.from(JSON.stringify(bent))
  return Buffer.from(JSON.stringify(Object.assign(bent, { checksum: artifactChecksum(bent) })))
}
