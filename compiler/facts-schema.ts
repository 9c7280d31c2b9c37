import type { FactOrigin, FactRow, FactType, FactValue } from '../core/types.ts'
import type { Diagnostic } from '../lang/diagnostic.ts'
import { report } from '../lang/report.ts'
import type { Source, Span } from '../lang/span.ts'
import type { Fact, FactsFile } from '../schemas/generated/facts.ts'
import { validate } from '../schemas/generated/facts.validate.js'
import { fromWire, typeOf } from './facts-schema/fact-type.ts'
import { explain } from './facts-schema/form.ts'
import { problemOf } from './facts-schema/problems.ts'
import { type JsonNode, member, parseJson, valueOf } from './json-tree.ts'

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
  const { default: byDefault, use, trusted, sensitive } = fact['x-gwc']
  return {
    name,
    type,
    source: origin.kind === 'key' ? 'identity' : 'request',
    cost: origin.kind === 'metadata' ? 'parsed' : 'free',
    origin,
    optional: true,
    ...(byDefault === undefined ? {} : { default: inBaseUnits(byDefault, type) }),
    ...(trusted === true ? { trusted } : {}),
    ...(sensitive === undefined ? {} : { sensitive: sensitive === true ? [true] : sensitive }),
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

const inBaseUnits = (value: FactValue, type: FactType): FactValue =>
  typeof value === 'number' && type.kind === 'number' ? (fromWire(value, type.unit) ?? value) : value
