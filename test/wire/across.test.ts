import { describe, expect, test } from 'vitest'
import { printStrictSchema } from '../../runtime/wire/anthropic-messages/codec/print-strict-schema.ts'
import type { Codec } from '../../runtime/wire/canonical/codec.ts'
import type { CanonicalEvent } from '../../runtime/wire/canonical/events.ts'
import { flattenTools } from '../../runtime/wire/canonical/flatten-tools.ts'
import type { CanonicalRequest, Part, Turn } from '../../runtime/wire/canonical/form.ts'
import { idRules, mapId } from '../../runtime/wire/canonical/ids.ts'
import { readCallId } from '../../runtime/wire/canonical/sealed-id.ts'
import { SILENCE } from '../../runtime/wire/canonical/silence.ts'
import { gatherLosses } from '../../runtime/wire/canonical/losses.ts'
import type { Json } from '../../runtime/wire/json.ts'
import { eventsOf } from '../../runtime/wire/event-stream.ts'
import { translateStream } from '../../runtime/wire/canonical/translate.ts'
import type { Usage } from '../../runtime/wire/usage.ts'
import { fc } from '../support/fast-check.ts'
import { pairs } from '../support/sides.ts'
import type { RandomSide } from '../support/sides.ts'
import { translationRuns } from '../support/translation-runs.ts'

const numRuns = translationRuns / 4

const nothing = gatherLosses([])

describe.each(pairs)('$from → $to → $from', ({ a, b }) => {
  test('keeps what both can say', () => {
    fc.assert(
      fc.property(a.requests, (request) => {
        const asked = flattenTools(a.codec.leave(a.codec.parse(request)), nothing)
        // Instructions alone are said by the user where somebody has to speak.
        fc.pre(asked.turns.some((turn) => isSaid(turn) && turn.parts.some(isCarried)))
        // No provider takes two calls of one answer under one id: which result is whose?
        fc.pre(asked.turns.every(hasOwnIds))
        const there = b.codec.parse(print(asked, b))
        const back = a.codec.parse(print(flattenTools(there, nothing), a))
        const names = [a.name, b.name]
        expect(kept(back, names)).toEqual(kept(asked, names))
      }),
      { numRuns },
    )
  })

  test('a stream says the same in the other dialect, and is complete there', () => {
    fc.assert(
      fc.property(a.streams, (events) => {
        // Only its own clients have such tools, and no other model calls them.
        fc.pre(!events.some((event) => event.includes('custom_tool_call')))
        const bytes = Buffer.from(events.join(''))
        const there = translateStream(a, b, { includeUsage: true, tools: [] })(bytes)
        expect(b.dialect.endOf(there, there)).toEqual({
          complete: true,
          usage: counted(a.dialect.endOf(bytes, bytes).usage ?? b.dialect.endOf(there, there).usage, b),
        })
        expect(b.dialect.assemble(there)).toBeDefined()
        expect(heard(there, b.codec)).toEqual(heard(bytes, a.codec))
      }),
      { numRuns },
    )
  })
})

function hasOwnIds({ parts }: Turn): boolean {
  const ids = parts.flatMap((part) => (part.kind === 'tool-call' ? [part.id] : []))
  return new Set(ids).size === ids.length
}

/** Google does not tell what was written to a cache from what was not. */
function counted(usage: Usage | undefined, { name }: RandomSide): Usage | undefined {
  if (usage === undefined || name !== 'gemini-generate') return usage
  const input = usage.input + usage.cacheWrite5m + usage.cacheWrite1h
  return { ...usage, input, cacheWrite5m: 0, cacheWrite1h: 0 }
}

/** The words and calls of a stream, whichever way it cuts them. */
function heard(bytes: Buffer, codec: Codec): unknown {
  const decoder = codec.decoder()
  const events = eventsOf(bytes).flatMap((event) => decoder.read(event))
  const told: { readonly call: object | undefined; text: string }[] = []
  for (const { index, part } of events.filter((event) => event.kind === 'open')) {
    if (part.kind === 'reasoning') continue
    const call =
      part.kind === 'tool-call'
        ? { id: mapId(readCallId(part.id).id, idRules['anthropic-messages']), name: part.name }
        : undefined
    const last = told.at(-1)
    // Words that follow each other are one text in some dialects.
    if (call === undefined && last !== undefined && last.call === undefined)
      last.text += deltasOf(events, index)
    else told.push({ call, text: deltasOf(events, index) })
  }
  return told.filter(({ call, text }) => call !== undefined || text !== '')
}

function deltasOf(events: readonly CanonicalEvent[], index: number): string {
  return events.map((event) => (event.kind === 'delta' && event.index === index ? event.text : '')).join('')
}

function print(request: CanonicalRequest, { name, codec }: RandomSide): Record<string, unknown> {
  const to = { model: 'm', capField: 'max_completion_tokens', maxOutput: 64_000, ids: idRules[name] }
  return JSON.parse(JSON.stringify(codec.print(request, to, nothing))) as Record<string, unknown>
}

/**
 * What two dialects can say of a request, said in one way. Instructions that do not stand first are the user's where Gemini has a
 * say, and schemas are closed and their bounds told in words where Anthropic does.
 */
function kept(request: CanonicalRequest, dialects: readonly string[]): unknown {
  const { turns, tools, toolChoice, format, maxOutput } = request
  const inPlace = !dialects.includes('gemini-generate')
  const held = dialects.includes('anthropic-messages') ? printStrictSchema : (schema: Json): Json => schema
  const first = turns.findIndex(isSaid)
  const instructions = turns.filter((turn, at) => !isSaid(turn) && (inPlace || at < first))
  const said = turns.filter((turn) => !instructions.includes(turn))
  return {
    instructions: textsOf(instructions.flatMap(({ parts }) => parts)),
    // Where a refusal stands among the texts of its turn is not told everywhere.
    texts: textsOf(said.flatMap(({ parts }) => parts)).toSorted(),
    calls: said.flatMap(({ parts }) => parts.flatMap(callOf)),
    results: said.flatMap(({ parts }) => parts.flatMap(resultOf)),
    tools: tools
      .filter(({ extra }) => extra['type'] === undefined)
      .map(({ name, description, schema }) => ({
        name,
        description,
        schema: held({ type: 'object', ...schema }),
      })),
    toolChoice: tools.length === 0 ? undefined : toolChoice,
    schema: format?.kind === 'schema' ? held(format.schema) : undefined,
    // Responses takes no smaller cap, and Gemini none above what its model can give.
    maxOutput: Math.max(16, Math.min(maxOutput ?? 64_000, 64_000)),
  }
}

function isSaid({ role }: Turn): boolean {
  return role === 'user' || role === 'assistant'
}

function isCarried({ kind }: Part): boolean {
  return kind !== 'opaque' && kind !== 'reasoning' && kind !== 'audio'
}

/** What is said to a provider so that it takes the rest; Anthropic takes no text of white space, either. */
const added = new Set(['Answer with one JSON object and nothing else.', SILENCE])

function textsOf(parts: readonly Part[]): readonly string[] {
  return parts
    .flatMap((part) => (part.kind === 'text' || part.kind === 'refusal' ? [part.text] : []))
    .filter((text) => /\S/.test(text) && !added.has(text))
}

function callOf(part: Part): readonly unknown[] {
  if (part.kind !== 'tool-call') return []
  return [{ id: mapId(part.id, idRules['anthropic-messages']), name: part.name, input: valueOf(part.input) }]
}

/** A tool's input is an object; what else a model wrote is one of one field. */
function valueOf(input: string): unknown {
  const value = JSON.parse(input) as unknown
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { input }
}

function resultOf(part: Part): readonly unknown[] {
  if (part.kind !== 'tool-result') return []
  return [{ id: mapId(part.id, idRules['anthropic-messages']), text: textsOf(part.parts).join('\n') }]
}
