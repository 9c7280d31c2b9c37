import OpenAI from 'openai'
import OpenAI6 from 'openai-6'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CanonicalEvent } from '../../runtime/wire/canonical/events.ts'
import { flatNames } from '../../runtime/wire/canonical/flat-names.ts'
import { flattenTools, rebuildCalls } from '../../runtime/wire/canonical/flatten-tools.ts'
import type { Tool } from '../../runtime/wire/canonical/form.ts'
import { gatherLosses } from '../../runtime/wire/canonical/losses.ts'
import { parseResponsesRequest } from '../../runtime/wire/openai-responses/codec/parse-request.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { fc } from '../support/fast-check.ts'
import { asked, capable, clientKey, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { say } from '../support/provider/say.ts'
import { translationRuns } from '../support/translation-runs.ts'

const numRuns = translationRuns / 4

/** Names that meet once a namespace stands before them, that are too long, and that no server takes. */
const aName = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'a__b',
    'b__a',
    'a__a',
    '__a',
    'a__',
    'über',
    'a b',
    'x'.repeat(64),
    'x'.repeat(70),
  ),
  fc.string({ minLength: 1, maxLength: 80 }),
)

const aTool = fc
  .record({
    name: aName,
    namespace: fc.option(aName, { nil: undefined }),
    custom: fc.boolean(),
  })
  .map(({ name, namespace, custom }): Tool => ({
    name,
    namespace,
    description: undefined,
    schema: custom ? undefined : {},
    strict: undefined,
    extra: {},
  }))

const keyOf = ({ name, namespace }: Pick<Tool, 'name' | 'namespace'>): string =>
  JSON.stringify([namespace, name])

describe('tools of any names and namespaces, as plain functions', () => {
  test('each has a name of its own that every server takes; none without namespace is renamed for another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aTool, { selector: keyOf, maxLength: 12 }), (tools) => {
        const names = tools.map(flatNames(tools))
        expect(new Set(names).size).toBe(tools.length)
        for (const name of names) expect(name).toMatch(/^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$/)
        for (const [at, { name, namespace }] of tools.entries())
          if (namespace === undefined && /^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$/.test(name))
            expect(names[at]).toBe(name)
      }),
      { numRuns },
    )
  })

  test('a call of each comes back as a call of what the client declared, with the text that it takes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aTool, { selector: keyOf, minLength: 1, maxLength: 12 }),
        fc.string(),
        (tools, text) => {
          const request = { ...parseResponsesRequest({ input: 'Hi.' }), tools }
          const flat = flattenTools(request, gatherLosses([])).tools
          expect(flat).toHaveLength(tools.length)
          const rebuild = rebuildCalls(tools)
          for (const [at, { name }] of flat.entries()) {
            const tool = tools[at]!
            const input =
              tool.schema === undefined ? JSON.stringify({ input: text }) : JSON.stringify({ text })
            const told = call(at, name, input).flatMap((event) => rebuild(event))
            expect(told[0]).toMatchObject({
              part: { name: tool.name, namespace: tool.namespace, custom: tool.schema === undefined },
            })
            const said = told.map((event) => (event.kind === 'delta' ? event.text : '')).join('')
            expect(said).toBe(tool.schema === undefined ? text : input)
          }
        },
      ),
      { numRuns },
    )
  })
})

function call(index: number, name: string, input: string): readonly CanonicalEvent[] {
  const part = { kind: 'tool-call', id: `call_${index}`, name, namespace: undefined, custom: false } as const
  return [
    { kind: 'open', index, part },
    { kind: 'delta', index, text: input.slice(0, 3) },
    { kind: 'delta', index, text: input.slice(3) },
    { kind: 'close', index },
  ]
}

// ---------------------------------------------------------------------------------- the three forms of Codex

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  const { baseUrl } = provider
  fixture = await startFixture(routeAll([asked]), {
    providers: { deepseek: { baseUrl }, anthropic: { baseUrl, dialect: 'anthropic' } },
    models: [capable('deepseek/chat'), capable('anthropic/claude')],
  })
})

beforeEach(() => provider.script(say()))

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

const parameters = { type: 'object', properties: { cmd: { type: 'string' } } }
const exec = { type: 'function', name: 'exec_command', parameters, strict: false }
const search = { type: 'tool_search', execution: 'client', description: 'Finds tools.', parameters }
const patch = {
  type: 'custom',
  name: 'apply_patch',
  format: { type: 'grammar', syntax: 'lark', definition: 'start: "x"' },
}
const crm = { type: 'namespace', name: 'crm', description: 'Customers.', tools: [{ ...exec, name: 'find' }] }

/** The names of the tools that the provider was told of. */
function toldOf(): readonly unknown[] {
  const { tools } = JSON.parse(provider.requests.at(-1)!.body.toString()) as {
    tools: readonly { name?: string; function?: { name: string } }[]
  }
  return tools.map((tool) => tool.name ?? tool.function?.name)
}

const versions = [
  ['7', OpenAI],
  ['6', OpenAI6 as unknown as typeof OpenAI],
] as const

const models = ['deepseek/chat', 'anthropic/claude']

describe.each(models.flatMap((model) => versions.map(([version, Sdk]) => ({ model, version, Sdk }))))(
  'Codex on $model, its stream read by openai $version',
  ({ model, Sdk }) => {
    async function ask(body: object): Promise<OpenAI.Responses.Response> {
      const client = new Sdk({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
      const stream = client.responses.stream({ model, store: false, ...body } as never)
      const ids = new Set<string>()
      for await (const event of stream) if ('response' in event) ids.add(event.response.id)
      expect(ids.size).toBe(1)
      return stream.finalResponse()
    }

    test('functions, a namespace and a search of the web', async () => {
      provider.script(say({ calls: [{ id: 'call_1', name: 'crm__find', arguments: '{"cmd":"x"}' }] }))
      const { output } = await ask({ input: 'Hi.', tools: [exec, crm, { type: 'web_search' }] })
      expect(toldOf()).toEqual(['exec_command', 'crm__find'])
      expect(output).toMatchObject([
        {
          type: 'function_call',
          name: 'find',
          namespace: 'crm',
          call_id: 'call_1',
          arguments: '{"cmd":"x"}',
        },
      ])
    })

    test('a tool that takes text, and one that the client searches for tools with', async () => {
      provider.script(
        say({
          calls: [
            { id: 'call_1', name: 'apply_patch', arguments: '{"input":"x"}' },
            { id: 'call_2', name: 'tool_search', arguments: '{"cmd":"crm"}' },
          ],
        }),
      )
      const { output } = await ask({ input: 'Hi.', tools: [patch, search] })
      expect(toldOf()).toEqual(['apply_patch', 'tool_search'])
      expect(output).toMatchObject([
        { type: 'custom_tool_call', name: 'apply_patch', call_id: 'call_1', input: 'x' },
        { type: 'tool_search_call', execution: 'client', call_id: 'call_2', arguments: { cmd: 'crm' } },
      ])
    })

    test('what such a search has found is told to the model, and may be called', async () => {
      provider.script(say({ calls: [{ id: 'call_3', name: 'crm__find', arguments: '{}' }] }))
      const { output } = await ask({
        tools: [patch, search],
        input: [
          { role: 'user', content: 'Hi.' },
          {
            type: 'tool_search_call',
            call_id: 'call_2',
            execution: 'client',
            arguments: { cmd: 'crm' },
            status: 'completed',
          },
          {
            type: 'tool_search_output',
            call_id: 'call_2',
            execution: 'client',
            status: 'completed',
            tools: [crm],
          },
        ],
      })
      expect(toldOf()).toEqual(['apply_patch', 'tool_search', 'crm__find'])
      expect(output).toMatchObject([{ type: 'function_call', name: 'find', namespace: 'crm' }])
      expect(fixture.traces.at(-1)?.warnings).toEqual([])
      const { messages } = JSON.parse(provider.requests.at(-1)!.body.toString()) as {
        messages: readonly unknown[]
      }
      expect(messages).toHaveLength(3)
      expect(JSON.stringify(messages.at(-1))).toContain('Now available: crm: find.')
    })

    test('tools that stand in the input, each once', async () => {
      provider.script(
        say({ calls: [{ id: 'call_1', name: 'functions__exec', arguments: '{"input":"ls"}' }] }),
      )
      const functions = { type: 'namespace', name: 'functions', tools: [{ ...patch, name: 'exec' }] }
      const more = { type: 'additional_tools', role: 'developer', tools: [functions] }
      const { output } = await ask({
        input: [more, { role: 'user', content: 'Hi.' }, more],
      })
      expect(toldOf()).toEqual(['functions__exec'])
      expect(output).toMatchObject([
        { type: 'custom_tool_call', name: 'exec', namespace: 'functions', input: 'ls' },
      ])
    })
  },
)
