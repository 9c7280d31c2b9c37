import { describe, expect, test } from 'vitest'
import { idRules } from '../../runtime/wire/canonical/ids.ts'
import { translateRequest } from '../../runtime/wire/canonical/translate.ts'
import { isObject } from '../../runtime/wire/json.ts'
import type { Json } from '../../runtime/wire/json.ts'
import { fc } from '../support/fast-check.ts'
import { faultOf } from '../support/provider/rules/rules.ts'
import { pairs } from '../support/sides.ts'
import { translationRuns } from '../support/translation-runs.ts'

const numRuns = translationRuns / 4

/** Models that want to be asked in different ways. */
const models = {
  'openai-chat': ['gpt-5', 'gpt-4o'],
  'openai-responses': ['gpt-5', 'gpt-4o'],
  'anthropic-messages': ['claude-sonnet-4-5', 'claude-opus-4-6', 'claude-opus-5', 'claude-sonnet-5-5'],
  'gemini-generate': ['gemini-2.0-flash', 'gemini-2.5-flash', 'gemini-3-pro'],
} as const

describe.each(pairs)('what a provider of $from takes, said to one of $to', ({ a, b }) => {
  test('is taken, or refused by name before it is sent', () => {
    let taken = 0
    fc.assert(
      fc.property(a.requests.map(withoutKept), fc.constantFrom(...models[b.name]), (request, model) => {
        if (faultOf(a.name, request, models[a.name][0]) !== undefined) return
        const bytes = Buffer.from(JSON.stringify(request))
        const to = { model, capField: 'max_completion_tokens', maxOutput: 64_000, ids: idRules[b.name] }
        const said = translateRequest({ bytes, model: 'auto', stream: request['stream'] === true }, a, b, to)
        if (said.lost.refused !== undefined) return
        expect(faultOf(b.name, JSON.parse(said.bytes.toString()) as Json, model)).toBeUndefined()
        taken++
      }),
      { numRuns },
    )
    expect(taken).toBeGreaterThan(numRuns / 50)
  })
})

/** A request that names nothing that its own provider keeps or runs, for whoever does is refused elsewhere. */
function withoutKept(request: Json): Json {
  const { previous_response_id: _, cachedContent: __, generationConfig, tools, input, ...rest } = request
  return {
    ...rest,
    ...(isObject(generationConfig) ? { generationConfig: plainConfig(generationConfig) } : {}),
    ...(Array.isArray(tools) ? { tools: tools.filter(isOfClient) } : {}),
    ...(Array.isArray(input) ? { input: input.filter(isSaid) } : {}),
    ...('contents' in request ? {} : { model: models['anthropic-messages'][0] }),
  }
}

function plainConfig(config: Json): Json {
  const { responseModalities: _, candidateCount: __, ...rest } = config
  return rest
}

function isOfClient(tool: Json): boolean {
  return !['googleSearch', 'codeExecution', 'urlContext'].some((name) => name in tool)
}

function isSaid({ type }: Json): boolean {
  return type !== 'item_reference'
}
