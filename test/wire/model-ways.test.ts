import { describe, expect, test } from 'vitest'
import { messagesCodec } from '../../runtime/wire/anthropic-messages/codec/codec.ts'
import { idRules } from '../../runtime/wire/canonical/ids.ts'
import { gatherLosses } from '../../runtime/wire/canonical/losses.ts'
import type { Lost } from '../../runtime/wire/canonical/losses.ts'
import type { Json } from '../../runtime/wire/json.ts'
import { chatCodec } from '../../runtime/wire/openai-chat/codec/codec.ts'
import { faultOf } from '../support/provider/rules/rules.ts'

interface Printed {
  readonly body: Json
  readonly lost: Lost
}

/** A chat completion for a model of Anthropic's. */
function printed(model: string, more: Json): Printed {
  const losses = gatherLosses(chatCodec.losses)
  const asked = { model: 'auto', messages: [{ role: 'user', content: 'Hi.' }], ...more }
  const to = { model, capField: 'max_tokens', maxOutput: 64_000, ids: idRules['anthropic-messages'] }
  const body = JSON.parse(JSON.stringify(messagesCodec.print(chatCodec.parse(asked), to, losses))) as Json
  return { body, lost: losses.lost() }
}

const tool = { type: 'function', function: { name: 'f', parameters: { type: 'object' } } }
const calls = [{ id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } }]
const underWay = {
  tools: [tool],
  messages: [
    { role: 'user', content: 'Hi.' },
    { role: 'assistant', content: null, tool_calls: calls },
    { role: 'tool', tool_call_id: 'call_1', content: 'sun' },
  ],
}

const enabled = (budget: number): Json => ({ thinking: { type: 'enabled', budget_tokens: budget } })
const adaptive = (effort: string): Json => ({ thinking: { type: 'adaptive' }, output_config: { effort } })

describe('how a model of Anthropic’s is asked to think', () => {
  test.each<[model: string, asked: Json, printed: Json]>([
    ['claude-sonnet-4-5-20250929', { reasoning_effort: 'medium' }, enabled(8_192)],
    ['claude-sonnet-4-20250514', { reasoning_effort: 'minimal' }, enabled(1_024)],
    ['claude-3-7-sonnet-20250219', { reasoning_effort: 'high', max_tokens: 10_000 }, enabled(8_976)],
    ['claude-opus-4-1', { reasoning_effort: 'high', max_tokens: 1_500 }, {}],
    ['claude-opus-4-5', { reasoning_effort: 'none' }, { thinking: { type: 'disabled' } }],
    ['deepseek-chat', { reasoning_effort: 'low' }, enabled(2_048)],
    ['claude-opus-4-6', { reasoning_effort: 'xhigh' }, adaptive('high')],
    ['claude-opus-4-7', { reasoning_effort: 'xhigh' }, adaptive('xhigh')],
    ['anthropic/claude-sonnet-4.6', { reasoning_effort: 'minimal' }, adaptive('low')],
    ['claude-opus-5-5', { reasoning_effort: 'high' }, adaptive('high')],
    ['claude-haiku-5-5', { reasoning_effort: 'none' }, { thinking: { type: 'disabled' } }],
    ['claude-sonnet-5-5', { reasoning_effort: 'none' }, { thinking: { type: 'between_tools' } }],
    ['claude-fable-5', { reasoning_effort: 'none' }, { output_config: { effort: 'low' } }],
    ['claude-opus-5', { reasoning_effort: 'high', tools: [tool], tool_choice: 'required' }, {}],
    // The thoughts that led to the calls are not to be had, and without them these models refuse to think on.
    ['claude-sonnet-4-5', { reasoning_effort: 'high', ...underWay }, {}],
    ['claude-opus-5', { reasoning_effort: 'high', ...underWay }, adaptive('high')],
  ])('%s, %j', (model, asked, expected) => {
    const { body } = printed(model, asked)
    const { thinking, output_config } = body
    expect({
      ...(thinking === undefined ? {} : { thinking }),
      ...(output_config === undefined ? {} : { output_config }),
    }).toEqual(expected)
    if (model.startsWith('claude-')) expect(faultOf('anthropic-messages', body)).toBeUndefined()
  })
})

test('models that draw words their own way are sent no temperature, with a warning', () => {
  expect(printed('claude-sonnet-4-6', { temperature: 1.5 }).body['temperature']).toBe(1)
  const { body, lost } = printed('claude-haiku-5-5', { temperature: 0.2 })
  expect(body['temperature']).toBeUndefined()
  expect(lost.dropped).toEqual(['temperature'])
})

test('models that are not made to call a tool are not asked to', () => {
  const forced = { tools: [tool], tool_choice: 'required' }
  expect(printed('claude-opus-5', forced).lost.refused).toBeUndefined()
  expect(printed('claude-opus-5-5', forced).lost.refused).toMatchObject({ field: 'tool_choice' })
  expect(printed('claude-opus-5-5', { ...forced, tool_choice: 'auto' }).lost.refused).toBeUndefined()
})
