import type { ErrorObject } from 'ajv'
import { builtinFacts } from '../core/facts.ts'
import { nanosOf } from '../core/money.ts'
import type { FactOrigin, FactRow, FactType, FactValue, Unit } from '../core/types.ts'
import type { Diagnostic } from '../lang/diagnostic.ts'
import { suggest } from '../lang/did-you-mean.ts'
import { help, report } from '../lang/report.ts'
import type { Source, Span } from '../lang/span.ts'
import { reservedWords } from '../lang/tokens.ts'
import type { Fact, FactsFile } from '../schemas/generated/facts.ts'
import { validate } from '../schemas/generated/facts.validate.js'
import { type JsonNode, member, nodeAt, parseJson, valueOf } from './json-tree.ts'

/** The facts that a team declares. A fact whose parts disagree is left out, with a diagnostic at the part. */
export interface DeclaredFacts {
  readonly facts: readonly FactRow[]
  /** Where each fact is declared: its key in the file. */
  readonly places: ReadonlyMap<string, Span>
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a facts file (`facts "acme.facts.json"`): a JSON Schema of an object whose properties are facts. */
export function readFacts(source: Source): DeclaredFacts {
  const parsed = parseJson(source)
  if (!parsed.ok) return refused([report('GWC1109', { problem: parsed.problem }, parsed.span)])
  const value = valueOf(parsed.node)
  if (!validate(value)) return refused([explain(parsed.node, validate.errors ?? [])])
  return declare(parsed.node, value)
}

const refused = (diagnostics: readonly Diagnostic[]): DeclaredFacts => ({
  facts: [],
  places: new Map(),
  diagnostics,
})

function declare(root: JsonNode, file: FactsFile): DeclaredFacts {
  const facts: FactRow[] = []
  const places = new Map<string, Span>()
  const diagnostics: Diagnostic[] = []
  for (const [name, fact] of Object.entries(file.properties)) {
    const entry = member(member(root, 'properties')?.value, name)
    if (entry === undefined) continue
    const problem = problemOf(name, fact, entry.value, entry.keySpan)
    if (problem !== undefined) diagnostics.push(problem)
    else facts.push(rowOf(name, fact))
    places.set(name, entry.keySpan)
  }
  return { facts, places, diagnostics }
}

function rowOf(name: string, fact: Fact): FactRow {
  const origin = originOf(fact['x-gwc'].from)
  const type = typeOf(fact)
  const { default: byDefault, use } = fact['x-gwc']
  return {
    name,
    type,
    source: origin.kind === 'key' ? 'identity' : 'request',
    cost: origin.kind === 'metadata' ? 'parsed' : 'free',
    origin,
    optional: true,
    ...(byDefault === undefined ? {} : { default: inBaseUnits(byDefault, type) }),
    ...(fact.deprecated === true ? { deprecated: use === undefined ? '' : `use \`${use}\`` } : {}),
    doc: fact.description ?? '',
  }
}

function originOf(from: string): FactOrigin {
  const colon = from.indexOf(':')
  const kind = from.slice(0, colon) as 'header' | 'metadata' | 'key'
  const name = from.slice(colon + 1)
  return { kind, name: kind === 'header' ? name.toLowerCase() : name }
}

function typeOf(fact: Fact): FactType {
  if (fact.enum !== undefined) return { kind: 'enum', values: fact.enum, open: fact['x-gwc'].open === true }
  const { type } = fact
  if (type === undefined || type === 'string') return { kind: fact.format === 'ip' ? 'address' : 'string' }
  switch (type) {
    case 'boolean':
      return { kind: 'bool' }
    case 'array':
      return { kind: 'strings' }
    case 'integer':
    case 'number':
      return numberType(fact, fact['x-gwc'].unit ?? (type === 'integer' ? 'integer' : 'decimal'))
  }
}

function numberType(fact: Fact, unit: Unit): FactType {
  const bound = (wire: number | undefined): number | undefined =>
    wire === undefined ? undefined : fromWire(wire, unit)
  const [min, max] = [bound(fact.minimum), bound(fact.maximum) ?? naturalMax[unit]]
  return {
    kind: 'number',
    unit,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  }
}

/** Units whose own meaning ends somewhere, in base units. */
const naturalMax: Readonly<Partial<Record<Unit, number>>> = { score: 1_000, time: 1_439 }

const inBaseUnits = (value: FactValue, type: FactType): FactValue =>
  typeof value === 'number' && type.kind === 'number' ? (fromWire(value, type.unit) ?? value) : value

/** A number as a request carries it, in base units: dollars, percent of 100, score of 1. `undefined` when finer than a step. */
function fromWire(wire: number, unit: Unit): number | undefined {
  if (unit === 'decimal') return wire
  if (unit === 'money') return wire < 0 ? undefined : nanosOf(wire)
  const scaled = Number((wire * (wireFactors[unit] ?? 1)).toPrecision(15))
  return Number.isSafeInteger(scaled) ? scaled : undefined
}

const wireFactors: Readonly<Partial<Record<Unit, number>>> = { percent: 100, score: 1_000 }

// ---------------------------------------------------------------------------------------------- problems

/** What is wrong with one declared fact, at the part that is wrong. */
function problemOf(name: string, fact: Fact, node: JsonNode, key: Span): Diagnostic | undefined {
  const taken = whyTaken(name)
  if (taken !== undefined)
    return report('GWC1111', { name, why: taken }, key, {
      notes: [help(`a name of your own, such as \`my_${name}\`, is free`)],
    })
  const complaint = complaints.find(({ holds }) => holds(fact))
  if (complaint === undefined) return undefined
  return report('GWC1112', { fact: name, problem: complaint.problem(fact) }, placeOf(node, complaint.at, key))
}

function whyTaken(name: string): string | undefined {
  if (builtinFacts.some((fact) => fact.name === name)) return 'a built-in fact has this name'
  if (reservedWords.some((word) => word === name)) return 'it is a reserved word'
  return undefined
}

function placeOf(node: JsonNode, at: readonly string[], key: Span): Span {
  let place: JsonNode | undefined = node
  for (const part of at) place = member(place, part)?.value
  return place?.span ?? key
}

interface Complaint {
  readonly at: readonly string[]
  readonly holds: (fact: Fact) => boolean
  readonly problem: (fact: Fact) => string
}

const isNumber = (fact: Fact): boolean =>
  fact.enum === undefined && (fact.type === 'integer' || fact.type === 'number')
const isText = (fact: Fact): boolean => fact.enum === undefined && fact.type === 'string'

/** The first that holds is reported; a later one may only follow from it. */
const complaints: readonly Complaint[] = [
  {
    at: [],
    holds: (fact) => fact.type === undefined && fact.enum === undefined,
    problem: () => 'has neither `type` nor `enum`',
  },
  {
    at: ['type'],
    holds: (fact) => fact.enum !== undefined && fact.type !== undefined && fact.type !== 'string',
    problem: (fact) => `lists texts in \`enum\`, and its \`type\` is ${fact.type}`,
  },
  {
    at: ['x-gwc', 'open'],
    holds: (fact) => fact['x-gwc'].open !== undefined && fact.enum === undefined,
    problem: () => 'is `open` without an `enum` to be open beyond',
  },
  {
    at: ['x-gwc', 'unit'],
    holds: (fact) => fact['x-gwc'].unit !== undefined && !isNumber(fact),
    problem: () => 'has a `unit` and is no number',
  },
  {
    at: ['minimum'],
    holds: (fact) => fact.minimum !== undefined && !isNumber(fact),
    problem: () => 'has a `minimum` and is no number',
  },
  {
    at: ['maximum'],
    holds: (fact) => fact.maximum !== undefined && !isNumber(fact),
    problem: () => 'has a `maximum` and is no number',
  },
  {
    at: ['format'],
    holds: (fact) => fact.format !== undefined && !isText(fact),
    problem: () => 'has a `format` and is no text',
  },
  {
    at: ['items'],
    holds: (fact) => fact.items !== undefined && fact.type !== 'array',
    problem: () => 'has `items` and is no array',
  },
  {
    at: ['minimum'],
    holds: (fact) => isOffStep(fact, fact.minimum),
    problem: (fact) => `has a \`minimum\` finer than a step of ${unitOf(fact)}`,
  },
  {
    at: ['maximum'],
    holds: (fact) => isOffStep(fact, fact.maximum),
    problem: (fact) => `has a \`maximum\` finer than a step of ${unitOf(fact)}`,
  },
  {
    at: ['maximum'],
    holds: (fact) => fact.minimum !== undefined && fact.maximum !== undefined && fact.minimum > fact.maximum,
    problem: (fact) => `goes from ${fact.minimum} to ${fact.maximum}, which is nowhere`,
  },
  {
    at: ['x-gwc', 'default'],
    holds: (fact) => !hasType(fact['x-gwc'].default, typeOf(fact)),
    problem: (fact) => `has a default that is no ${wantedOf(fact)}`,
  },
  {
    at: ['x-gwc', 'default'],
    holds: (fact) => isNumber(fact) && isOffStep(fact, fact['x-gwc'].default),
    problem: (fact) => `has a default that is no ${unitOf(fact)}`,
  },
  {
    at: ['x-gwc', 'default'],
    holds: (fact) => typeof fact['x-gwc'].default === 'number' && !isBetween(fact['x-gwc'].default, fact),
    problem: (fact) => `has a default of ${String(fact['x-gwc'].default)}, outside its own range`,
  },
  {
    at: ['x-gwc', 'use'],
    holds: (fact) => fact['x-gwc'].use !== undefined && fact.deprecated !== true,
    problem: () => 'says what to `use` in its place and is not `deprecated`',
  },
]

const unitOf = (fact: Fact): string =>
  fact['x-gwc'].unit ?? (fact.type === 'integer' ? 'whole number' : 'number')

function isOffStep(fact: Fact, wire: Fact['x-gwc']['default']): boolean {
  if (typeof wire !== 'number' || !isNumber(fact)) return false
  const type = typeOf(fact)
  if (type.kind !== 'number') return false
  return fromWire(wire, type.unit) === undefined || (fact.type === 'integer' && !Number.isInteger(wire))
}

const isBetween = (value: number, { minimum = -Infinity, maximum = Infinity }: Fact): boolean =>
  value >= minimum && value <= maximum

function hasType(value: Fact['x-gwc']['default'], type: FactType): boolean {
  if (value === undefined) return true
  switch (type.kind) {
    case 'bool':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'strings':
      return Array.isArray(value)
    case 'enum':
      return typeof value === 'string' && (type.open || type.values.includes(value))
    case 'string':
    case 'text':
    case 'model':
    case 'address':
      return typeof value === 'string'
  }
}

function wantedOf(fact: Fact): string {
  const type = typeOf(fact)
  if (type.kind === 'enum') return `member of its \`enum\` (${type.values.join(', ')})`
  return {
    bool: 'boolean',
    number: 'number',
    strings: 'array of texts',
    string: 'text',
    text: 'text',
    model: 'text',
    address: 'text',
  }[type.kind]
}

// ---------------------------------------------------------------------------------------------- the form of the file

/** Ajv's deepest error, in words, at the node it speaks of. */
function explain(root: JsonNode, errors: readonly ErrorObject[]): Diagnostic {
  const error = errors.toSorted((a, b) => depth(b) - depth(a))[0]
  if (error === undefined) return report('GWC1110', { problem: 'this is no facts file' }, root.span)
  const { problem, span, notes = [] } = inWords(root, error)
  return report('GWC1110', { problem }, span, { notes: notes.map(help) })
}

const depth = (error: ErrorObject): number => error.instancePath.split('/').length

interface Words {
  readonly problem: string
  readonly span: Span
  readonly notes?: readonly string[]
}

function inWords(root: JsonNode, error: ErrorObject): Words {
  const node = nodeAt(root, error.instancePath)
  const where = nameOf(error.instancePath)
  switch (error.keyword) {
    case 'required':
      return {
        problem: `${where} has no \`${param(error, 'missingProperty')}\``,
        span: opening(node),
        notes: forMissing(param(error, 'missingProperty')),
      }
    case 'additionalProperties':
      return unknownKey(node, where, param(error, 'additionalProperty'))
    case 'propertyNames':
      return {
        problem: `\`${param(error, 'propertyName')}\` cannot name a fact: letters, digits and \`_\` can, and no digit first`,
        span: keyOf(node, param(error, 'propertyName')),
      }
    case 'pattern':
      return {
        problem: `${where} is none of \`header:NAME\`, \`metadata:NAME\`, \`key:NAME\``,
        span: node.span,
      }
    case 'enum':
      return { problem: `${where} is none of ${listOf(error.params['allowedValues'])}`, span: node.span }
    case 'const':
      return { problem: `${where} is to be ${JSON.stringify(error.params['allowedValue'])}`, span: node.span }
    case 'type':
      return { problem: `${where} is to be of type ${param(error, 'type')}`, span: node.span }
    default:
      return { problem: `${where} ${error.message ?? 'is not of the form'}`, span: node.span }
  }
}

function unknownKey(node: JsonNode, where: string, key: string): Words {
  const near = suggest(key, [
    'type',
    'properties',
    'description',
    'enum',
    'items',
    'minimum',
    'maximum',
    'format',
    'deprecated',
    'x-gwc',
    'from',
    'default',
    'unit',
    'open',
    'use',
    'title',
  ])
  return {
    problem: `${where} has no use for \`${key}\``,
    span: keyOf(node, key),
    notes: near === undefined ? [] : [`did you mean \`${near}\`?`],
  }
}

const param = (error: ErrorObject, name: string): string =>
  String((error.params as Readonly<Record<string, unknown>>)[name])

const keyOf = (node: JsonNode, key: string): Span => member(node, key)?.keySpan ?? node.span

/** A whole object is too much to underline; its brace is enough. */
const opening = (node: JsonNode): Span => ({ ...node.span, end: node.span.start + 1 })

const listOf = (values: unknown): string =>
  Array.isArray(values) ? values.map((value) => `\`${String(value)}\``).join(', ') : ''

const forMissing = (key: string): readonly string[] =>
  key === 'x-gwc' || key === 'from'
    ? ['`"x-gwc": {"from": "header:x-project"}` says where the value comes from']
    : []

/** `/properties/region/x-gwc/unit` is `unit` of `region`. */
function nameOf(pointer: string): string {
  const parts = pointer.split('/').slice(1)
  if (parts.length === 0) return 'this file'
  if (parts[0] !== 'properties' || parts[1] === undefined) return `\`${parts.at(-1)}\``
  return parts.length === 2
    ? `the fact \`${parts[1]}\``
    : `\`${parts.slice(2).join('.')}\` of \`${parts[1]}\``
}
