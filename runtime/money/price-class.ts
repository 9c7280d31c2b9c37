import type { CallClass, Terms, TimesName } from '../../core/price.ts'
import type { PricedField, PricedFields, ServerTools, ToolPrice, Worth } from '../config/priced-fields.ts'

/** What a request asks for that changes its price. */
export type PriceClass = PricedClass | UnpricedClass

export interface PricedClass {
  readonly kind: 'priced'
  /** What it is billed by, where the answer does not say otherwise. */
  readonly terms: Terms
  /** What an account's own setting may multiply besides: bounds count it where the model has such a price. */
  readonly mayTimes: readonly TimesName[]
  /** Calls of the provider's own tools, at most. */
  readonly calls: Readonly<Partial<Record<CallClass, number>>>
  /** Answers that are billed. */
  readonly answers: number
  /** Fields to send, so that the account's own setting does not decide. */
  readonly pins: Readonly<Record<string, string>>
}

/** What it would cost is not known: refused under a hard budget. */
export interface UnpricedClass {
  readonly kind: 'unpriced'
  /** The field of the request. */
  readonly field: string
  /** One sentence: what is wrong, and what to do. */
  readonly reason: string
}

/** What of a provider's row prices a request. */
export interface PricingRow {
  readonly priced: PricedFields
  readonly serverTools: ServerTools
}

/** Top-level fields of a request, parsed: those of `pricedFieldNames` are looked at. */
export type RequestFields = Readonly<Record<string, unknown>>

/** How many answers a request asks for, by each API's word. */
const answerFields = ['n', 'best_of', 'generationConfig.candidateCount'] as const

/** The top-level fields of a request that `priceClassOf` looks at. */
export function pricedFieldNames({ priced }: Pick<PricingRow, 'priced'>): readonly string[] {
  const names = [...Object.keys(priced), ...answerFields, 'tools'].map(
    (name) => name.split('.', 1)[0] ?? name,
  )
  return [...new Set(names)]
}

interface Found {
  terms: Terms
  readonly mayTimes: TimesName[]
  readonly pins: Record<string, string>
}

/** The price class of a request at a provider, by the fields that change its price there; the first that nobody can price refuses it. */
export function priceClassOf(row: PricingRow, fields: RequestFields): PriceClass {
  const found: Found = { terms: {}, mayTimes: [], pins: {} }
  for (const [name, field] of Object.entries(row.priced)) {
    const refused = addField(found, name, field, valueAt(fields, name))
    if (refused !== undefined) return refused
  }
  const tools = callsOf(row.serverTools, fields['tools'])
  const answers = answersOf(fields)
  if (tools.kind === 'unpriced') return tools
  if (typeof answers !== 'number') return answers
  return { kind: 'priced', ...found, calls: tools.calls, answers }
}

/** Adds what one field comes to; says why not where it is not known. */
function addField(found: Found, name: string, field: PricedField, value: unknown): UnpricedClass | undefined {
  const text = value === undefined || value === null ? undefined : textOf(value)
  if (text === undefined || field.unsaid?.includes(text) === true) {
    if (field.pin !== undefined) found.pins[name] = field.pin
    if (field.absentMayBe !== undefined) found.mayTimes.push(field.absentMayBe)
    return undefined
  }
  const worth = Object.hasOwn(field.worth, text) ? field.worth[text] : undefined
  if (worth === undefined) return unknownValue(name, field, text)
  const terms = joined(found.terms, worth)
  if (terms === undefined)
    return unpriced(name, `\`${name}\` and another field ask for two services at once; keep one.`)
  found.terms = terms
  return undefined
}

function joined(terms: Terms, worth: Worth): Terms | undefined {
  if (worth === 'standard') return terms
  if ('times' in worth) return { ...terms, times: [...(terms.times ?? []), worth.times] }
  return terms.service === undefined || terms.service === worth.service
    ? { ...terms, service: worth.service }
    : undefined
}

const SHOWN_MAX = 40

function unknownValue(name: string, { worth }: PricedField, text: string): UnpricedClass {
  const known = Object.keys(worth)
  const shown = text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text
  const fix = known.length === 0 ? 'leave it out' : `leave it out, or say ${known.join(', ')}`
  return unpriced(name, `What \`${name}\` = ${shown} costs is not known; under a hard budget ${fix}.`)
}

const unpriced = (field: string, reason: string): UnpricedClass => ({ kind: 'unpriced', field, reason })

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The value under a name with dots. Google takes each name in two spellings, so both count. */
function valueAt(fields: RequestFields, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (value, part) => (isRecord(value) ? (value[part] ?? value[snakeOf(part)]) : undefined),
      fields,
    )
}

/** `candidateCount` as `candidate_count`. */
function snakeOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Calls = { readonly kind: 'calls'; readonly calls: PricedClass['calls'] }

/** The calls that tools may make at the provider, at most. */
function callsOf(rows: ServerTools, tools: unknown): Calls | UnpricedClass {
  const calls: Partial<Record<CallClass, number>> = {}
  // Google takes one that stands alone for a list of it.
  for (const tool of isRecord(tools) ? [tools] : Array.isArray(tools) ? (tools as readonly unknown[]) : []) {
    for (const type of typesOf(rows, tool)) {
      const price = priceOfTool(rows, type)
      if (price === 'free') continue
      const most = price === undefined ? undefined : capOf(tool, price.cap)
      if (price === undefined)
        return unpriced(
          'tools',
          `What the tool \`${type}\` costs is not known; under a hard budget leave it out.`,
        )
      if (most === undefined)
        return unpriced(
          'tools',
          `The tool \`${type}\` is billed by the call; under a hard budget give it a \`${price.cap}\`.`,
        )
      calls[price.calls] = (calls[price.calls] ?? 0) + most
    }
  }
  return { kind: 'calls', calls }
}

function typesOf({ named }: ServerTools, tool: unknown): readonly string[] {
  if (!isRecord(tool)) return []
  if (named === 'key') return Object.keys(tool)
  return typeof tool['type'] === 'string' ? [tool['type']] : []
}

function priceOfTool({ priced }: ServerTools, type: string): ToolPrice | undefined {
  const begin = Object.keys(priced).find((name) =>
    name.endsWith('_') ? type.startsWith(name) : type === name,
  )
  return begin === undefined ? undefined : priced[begin]
}

function capOf(tool: unknown, field: string): number | undefined {
  const cap = isRecord(tool) ? tool[field] : undefined
  return typeof cap === 'number' && Number.isSafeInteger(cap) && cap >= 0 ? cap : undefined
}

/** More answers than any provider gives at once: beyond, the request is not one that was priced. */
const ANSWERS_MAX = 1_000

function answersOf(fields: RequestFields): number | UnpricedClass {
  let most = 1
  for (const name of answerFields) {
    const value = valueAt(fields, name)
    if (value === undefined || value === null) continue
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value > ANSWERS_MAX)
      return unpriced(name, `\`${name}\` must be a whole number from 1 to ${ANSWERS_MAX}.`)
    most = Math.max(most, value)
  }
  return most
}
