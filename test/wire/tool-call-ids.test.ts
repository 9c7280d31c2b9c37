import { describe, expect, test } from 'vitest'
import { idRules, mapId } from '../../runtime/wire/canonical/ids.ts'
import { openaiChat } from '../../runtime/wire/openai-chat/dialect.ts'
import { aChatRequest } from '../support/arbitrary-chat.ts'
import { fc } from '../support/fast-check.ts'
import { translationRuns } from '../support/translation-runs.ts'

const numRuns = translationRuns / 4

/** Ids as providers and clients make them, and others. */
const anId = fc.oneof(
  fc.stringMatching(/^call_[a-zA-Z0-9]{24}$/),
  fc.stringMatching(/^toolu_[a-zA-Z0-9]{24}$/),
  fc.stringMatching(/^[a-zA-Z0-9]{9}$/),
  fc.stringMatching(/^chatcmpl-tool-[a-f0-9]{32}$/),
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 90 }),
)

describe.each(Object.entries(idRules))('ids of calls for %s', (_, rule) => {
  test('have its form, are the same each time, and stay apart', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anId, { maxLength: 20 }), (ids) => {
        const mapped = ids.map((id) => mapId(id, rule))
        expect(new Set(mapped).size).toBe(ids.length)
        for (const [at, id] of mapped.entries()) {
          expect(id.length).toBeLessThanOrEqual(rule.lengthMax)
          expect(id).toMatch(rule.pattern)
          expect(mapId(ids[at]!, rule)).toBe(id)
          // What a client echoes is mapped no further: a call and its result meet turn after turn.
          expect(mapId(id, rule)).toBe(id)
        }
      }),
      { numRuns },
    )
  })
})

test('nine characters, which Mistral wants, fit everywhere: its own ids come back to it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z0-9]{9}$/), (id) => {
      for (const rule of Object.values(idRules)) expect(mapId(id, rule)).toBe(id)
    }),
    { numRuns },
  )
})

test('a request of chat completions keeps all but the ids of its calls and the role `developer`', () => {
  fc.assert(
    fc.property(aChatRequest, fc.constantFrom(0, 2), (request, space) => {
      const body = openaiChat.read(Buffer.from(JSON.stringify(request, undefined, space)))
      if ('kind' in body) throw new Error(body.message)
      const edits = { model: 'm', includeUsage: false, callIds: idRules.mistral, dropsDeveloper: true }
      const sent = JSON.parse(openaiChat.edit(body, edits).toString()) as unknown
      expect(sent).toEqual({ ...renamed(request), model: 'm' })
    }),
    { numRuns },
  )
})

type Message = { readonly [field: string]: unknown }

function renamed(request: Message): Message {
  const messages = request['messages'] as readonly Message[]
  return { ...request, messages: messages.map(renamedMessage) }
}

function renamedMessage(message: Message): Message {
  const { role, tool_call_id: id, tool_calls: calls } = message
  return {
    ...message,
    role: role === 'developer' ? 'system' : role,
    ...(typeof id === 'string' ? { tool_call_id: mapId(id, idRules.mistral) } : {}),
    ...(Array.isArray(calls)
      ? {
          tool_calls: calls.map((call: Message) => ({
            ...call,
            id: mapId(String(call['id']), idRules.mistral),
          })),
        }
      : {}),
  }
}
