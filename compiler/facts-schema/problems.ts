import { parseAddress } from '../../core/address.ts'
import { builtinFacts } from '../../core/facts.ts'
import type { FactType } from '../../core/types.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { reservedWords } from '../../lang/tokens.ts'
import type { Fact } from '../../schemas/generated/facts.ts'
import { type JsonNode, member } from '../json-tree.ts'
import { fromWire, typeOf } from './fact-type.ts'

/** What is wrong with one declared fact, at the part that is wrong. */
export function problemOf(name: string, fact: Fact, node: JsonNode, key: Span): Diagnostic | undefined {
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
    at: ['x-gwc', 'trusted'],
    holds: (fact) => fact['x-gwc'].trusted !== undefined && fact['x-gwc'].from.startsWith('key:'),
    problem: () => 'comes from the key, which no client can set: `trusted` says nothing more',
  },
  {
    at: ['x-gwc', 'sensitive'],
    holds: ({ type, 'x-gwc': { sensitive } }) =>
      (sensitive === true) !== (type === 'boolean' && sensitive !== undefined),
    problem: ({ type }) =>
      type === 'boolean'
        ? 'is a flag: `"sensitive": true` says that it marks private data'
        : 'names in `sensitive` the values that mark private data: `["pii"]`',
  },
  {
    at: ['x-gwc', 'sensitive'],
    holds: ({ enum: values, 'x-gwc': { sensitive } }) =>
      Array.isArray(sensitive) && values !== undefined && sensitive.some((value) => !values.includes(value)),
    problem: () => 'names in `sensitive` what is not in its `enum`',
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
      return typeof value === 'string'
    case 'address':
      return typeof value === 'string' && parseAddress(value) !== undefined
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
    address: 'IP address',
  }[type.kind]
}
