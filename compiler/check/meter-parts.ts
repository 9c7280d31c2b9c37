import { suggest } from '../../core/did-you-mean.ts'
import type { FactRow } from '../../core/types.ts'
import type { Name, QuantityLit } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Dimension } from '../../schemas/generated/decision-table.ts'
import type { Cond } from '../typed.ts'
import { add } from './checking.ts'
import { listWords, writeLiteral } from './describe.ts'
import { isSureToHave } from './presence.ts'
import { rewriteNear } from './rewrite.ts'
import { readSetting } from './setting.ts'
import type { Walk } from './walk.ts'

/** The identity facts that every gateway knows, narrowest first: what a count is kept by when a policy says `per …`. */
const builtinDimensions = ['key', 'developer', 'project', 'team', 'org'] as const

/** A `per …` that names no period, and what it may have been meant for. */
export function unknownPeriod(
  w: Walk,
  what: 'budget' | 'limit',
  periods: readonly string[],
  name: Name,
): undefined {
  const isDimension = dimensionNames(w).includes(name.text)
  const usual = what === 'budget' ? 'month' : 'minute'
  const near = isDimension ? undefined : suggest(name.text, periods)
  const text = isDimension
    ? `the period comes first: \`per ${usual} per ${name.text}\``
    : near === undefined
      ? `it is one of ${listWords(periods)}`
      : `did you mean \`${near}\`?`
  const fixes = rewriteNear(name.span, isDimension ? `${usual} per ${name.text}` : near)
  return add(w.c, report('GWC1402', { name: name.text, what }, name.span, { notes: [help(text)], fixes }))
}

function dimensionNames({ c }: Walk): readonly string[] {
  return [...c.facts.values()].filter(isDimensionFact).map(({ name }) => name)
}

const isDimensionFact = ({ source, type }: FactRow): boolean =>
  source === 'identity' && (type.kind === 'string' || type.kind === 'enum')

/** The fact by whose values a budget or limit is kept apart: one that the key says. `condition`: of the row. */
export function checkDimension(w: Walk, name: Name, condition: Cond | undefined): Dimension | undefined {
  const row = w.c.facts.get(name.text)
  if (row === undefined) return unknownDimension(w, name)
  if (!isDimensionFact(row)) return strangeDimension(w, name, row)
  if (row.optional && row.default === undefined && !isSureToHave(condition, row.name)) {
    const notes = [help(`add \`when has ${row.name}\`, or give it a \`default\` in the facts file`)]
    add(w.c, report('GWC1406', { fact: row.name }, name.span, { notes }))
  }
  return { fact: row.name, ...(row.origin.kind === 'key' ? { claim: row.origin.name } : {}) }
}

function unknownDimension(w: Walk, name: Name): undefined {
  const names = dimensionNames(w)
  const near = suggest(name.text, names)
  const text = near === undefined ? `it is one of ${listWords(names)}` : `did you mean \`${near}\`?`
  const fixes = rewriteNear(name.span, near)
  return add(w.c, report('GWC1403', { name: name.text }, name.span, { notes: [help(text)], fixes }))
}

function strangeDimension(w: Walk, name: Name, { source, name: fact }: FactRow): undefined {
  const usual = listWords(builtinDimensions.map((each) => `\`${each}\``))
  const notes = [help(`${usual} are of the key, as are facts with \`"from": "key:…"\``)]
  if (source === 'identity') return add(w.c, report('GWC1403', { name: fact }, name.span, { notes }))
  return add(w.c, report('GWC1404', { fact, source }, name.span, { notes }))
}

/** A hard budget or limit is never past its amount; a soft one may be. */
const shareMax = { hard: 10_000, soft: 100_000 } as const

/** The shares of `warn at`, ascending. */
export function checkWarnAt(
  w: Walk,
  shares: readonly QuantityLit[],
  isSoft: boolean,
): readonly number[] | undefined {
  const range = {
    name: 'warn at',
    unit: 'percent',
    min: 1,
    max: isSoft ? shareMax.soft : shareMax.hard,
  } as const
  const seen = new Map<number, Span>()
  let isWhole = true
  for (const share of shares) {
    const value = readSetting(w.c, range, share)
    const earlier = value === undefined ? undefined : seen.get(value)
    if (value === undefined) isWhole = false
    else if (earlier === undefined) seen.set(value, share.span)
    else add(w.c, report('GWC1217', { setting: `warn at ${writeLiteral(share)}` }, share.span))
  }
  return isWhole ? [...seen.keys()].toSorted((a, b) => a - b) : undefined
}
