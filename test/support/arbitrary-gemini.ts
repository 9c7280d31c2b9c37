import type { Json } from '../../runtime/wire/json.ts'
import { aName, aSchema, aText, maybe, present, someBytes, someText } from './arbitrary-wire.ts'
import { fc } from './fast-check.ts'

const aSignature = fc.base64String({ minLength: 4, maxLength: 400 })
const anId = fc.stringMatching(/^[a-z0-9]{8}$/)
const someArgs = fc.dictionary(aName, fc.oneof(aText, fc.integer(), fc.boolean()), { maxKeys: 3 })
/** Functions are named like this everywhere. */
const aFunction = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,30}$/)

const aTextPart = someText.map((text): Json => ({ text }))
const anImage = fc
  .tuple(someBytes, maybe(aName))
  .map(([data, displayName]): Json => ({ inlineData: present({ mimeType: 'image/png', data, displayName }) }))
const aFarFile = fc
  .tuple(fc.constantFrom('image/jpeg', 'application/pdf'), fc.webUrl())
  .map(([mimeType, fileUri]): Json => ({ fileData: { mimeType, fileUri } }))
const aDocument = someBytes.map((data): Json => ({ inlineData: { mimeType: 'application/pdf', data } }))
const aSound = someBytes.map((data): Json => ({ inlineData: { mimeType: 'audio/wav', data } }))
const aKeptFile = fc.constant<Json>({
  fileData: { mimeType: 'video/mp4', fileUri: 'https://generativelanguage.googleapis.com/v1beta/files/1' },
})
const aThought = fc
  .tuple(someText, maybe(aSignature))
  .map(([text, thoughtSignature]): Json => present({ text, thought: true, thoughtSignature }))
const someCode = fc.constantFrom<Json>(
  { executableCode: { language: 'PYTHON', code: 'print(1)' } },
  { codeExecutionResult: { outcome: 'OUTCOME_OK', output: '1' } },
)

/** What a function gave: `output`, `error`, or whatever object, with images or without. */
const aResponse = fc.oneof(
  aText.map((output): Json => ({ output })),
  someText.map((error): Json => ({ error })),
  fc.dictionary(aName, fc.oneof(aText, fc.integer(), fc.constant(null)), { maxKeys: 2 }),
  fc.constantFrom<Json>({ output: '{"output":"x"}' }, { output: '{"a":1}' }, { output: 1 }, {}),
)

interface Called {
  readonly name: string
  readonly args: Json
  readonly id: string | undefined
  readonly thoughtSignature: string | undefined
  readonly response: Json
  readonly image: Json | undefined
}

const aCalled: fc.Arbitrary<Called> = fc.record({
  name: aFunction,
  args: someArgs,
  id: maybe(anId),
  thoughtSignature: maybe(aSignature),
  response: aResponse,
  image: maybe(anImage),
})

/** What the user says, and what the model answers: calls at once, with their results in the next content. */
const anExchange = fc
  .tuple(
    fc.array(fc.oneof(aTextPart, anImage, aFarFile, aDocument, aSound, aKeptFile), {
      minLength: 1,
      maxLength: 3,
    }),
    maybe(aThought),
    fc.array(fc.oneof(aTextPart, someCode), { minLength: 1, maxLength: 2 }),
    fc.array(aCalled, { maxLength: 3 }),
    maybe(aSignature),
  )
  .map(([asked, thought, said, calls, thoughtSignature]): readonly Json[] => [
    { role: 'user', parts: asked },
    {
      role: 'model',
      parts: [
        ...(thought === undefined ? [] : [thought]),
        ...said,
        ...calls.map(callOf),
        ...(thoughtSignature === undefined ? [] : [{ text: '', thoughtSignature }]),
      ],
    },
    ...(calls.length === 0 ? [] : [{ role: 'user', parts: calls.map(resultOf) }]),
  ])

function callOf({ name, args, id, thoughtSignature }: Called): Json {
  return present({ functionCall: present({ id, name, args }), thoughtSignature })
}

function resultOf({ name, id, response, image }: Called): Json {
  const parts = image === undefined ? undefined : [image]
  return { functionResponse: present({ id, name, response, parts }) }
}

const aConversation = fc
  .tuple(fc.array(anExchange, { maxLength: 3 }), fc.array(aTextPart, { minLength: 1, maxLength: 2 }))
  .map(([exchanges, last]): readonly Json[] => [...exchanges.flat(), { role: 'user', parts: last }])

/** Google's own schemas, beside JSON Schema. */
const anOpenApiSchema = fc.constantFrom<Json>(
  { type: 'OBJECT', properties: { path: { type: 'STRING', nullable: true } }, required: ['path'] },
  { type: 'OBJECT', properties: { all: { type: 'ARRAY', items: { type: 'INTEGER' }, maxItems: '3' } } },
)

const aDeclaration = fc
  .tuple(
    aFunction,
    maybe(someText),
    fc.oneof(
      aSchema.map((parametersJsonSchema) => ({ parametersJsonSchema })),
      anOpenApiSchema.map((parameters) => ({ parameters })),
      fc.constant({}),
    ),
  )
  .map(([name, description, schema]): Json => present({ name, description, ...schema }))

const someTools = fc
  .tuple(
    fc.array(aDeclaration, { minLength: 1, maxLength: 3 }),
    maybe(fc.constantFrom<Json>({ googleSearch: {} }, { codeExecution: {} }, { urlContext: {} })),
  )
  .map(([functionDeclarations, more]) => [{ functionDeclarations }, ...(more === undefined ? [] : [more])])

const aCallingConfig = fc.constantFrom<Json>(
  { mode: 'AUTO' },
  { mode: 'NONE' },
  { mode: 'ANY' },
  { mode: 'ANY', allowedFunctionNames: 1 },
  { mode: 'ANY', allowedFunctionNames: 2 },
  { mode: 'VALIDATED' },
)

const aFormat = fc.oneof(
  fc.constant<Json>({ responseMimeType: 'application/json' }),
  aSchema.map((responseJsonSchema) => ({ responseMimeType: 'application/json', responseJsonSchema })),
  anOpenApiSchema.map((responseSchema) => ({ responseMimeType: 'application/json', responseSchema })),
  fc.constant<Json>({ responseMimeType: 'text/plain' }),
)

const aConfig = fc
  .tuple(
    fc.record({
      maxOutputTokens: maybe(fc.integer({ min: 1, max: 64_000 })),
      temperature: maybe(fc.constantFrom(0, 0.7, 2)),
      topP: maybe(fc.constantFrom(0.1, 1)),
      topK: maybe(fc.constant(40)),
      seed: maybe(fc.integer()),
      presencePenalty: maybe(fc.constant(0.5)),
      stopSequences: maybe(fc.array(someText, { minLength: 1, maxLength: 3 })),
      thinkingConfig: maybe(
        fc.constantFrom<Json>(
          { thinkingBudget: 0 },
          { thinkingBudget: -1, includeThoughts: true },
          { thinkingBudget: 8_000 },
          { thinkingLevel: 'HIGH' },
        ),
      ),
      candidateCount: maybe(fc.constantFrom(1, 2)),
      responseLogprobs: maybe(fc.constant(true)),
      responseModalities: maybe(fc.constantFrom(['TEXT'], ['TEXT', 'IMAGE'])),
    }),
    maybe(aFormat),
  )
  .map(([config, format]) => present({ ...config, ...format }))
  .filter((config) => Object.keys(config).length > 0)

/** A generateContent request, as Google's clients write them, with fields that only this dialect knows. */
export const aGeminiRequest: fc.Arbitrary<Json> = fc
  .record({
    systemInstruction: maybe(fc.array(aTextPart, { minLength: 1, maxLength: 2 }).map((parts) => ({ parts }))),
    contents: aConversation,
    tools: maybe(someTools),
    toolConfig: maybe(aCallingConfig.map((functionCallingConfig) => ({ functionCallingConfig }))),
    generationConfig: maybe(aConfig),
    safetySettings: maybe(fc.constant([{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }])),
    cachedContent: maybe(fc.constant('cachedContents/1')),
    labels: maybe(fc.constant({ team: 'search' })),
  })
  .map(present)
  .map(allowed)

/** A choice among functions is one among those that are declared. */
function allowed({ toolConfig, ...request }: Json): Json {
  const { tools } = request as {
    readonly tools?: readonly { readonly functionDeclarations?: readonly Json[] }[]
  }
  const config = (toolConfig as { readonly functionCallingConfig: Json } | undefined)?.functionCallingConfig
  const names = (tools?.[0]?.functionDeclarations ?? []).map(({ name }) => name)
  if (config === undefined || names.length === 0) return request
  const { allowedFunctionNames: count, ...rest } = config
  const functionCallingConfig =
    count === undefined ? config : { ...rest, allowedFunctionNames: names.slice(0, Number(count)) }
  return { ...request, toolConfig: { functionCallingConfig } }
}

// ---------------------------------------------------------------------------------------------- streams

const aStreamedCall = fc
  .tuple(aFunction, someArgs, maybe(anId), maybe(aSignature))
  .map(([name, args, id, thoughtSignature]): Json =>
    present({ functionCall: present({ name, args, id }), thoughtSignature }),
  )

/** A complete streamGenerateContent stream, event by event: parts whole, usage growing, the reason to stop in the last. */
export const aGeminiStream: fc.Arbitrary<readonly string[]> = fc
  .record({
    parts: fc.array(fc.oneof(aTextPart, aThought, aStreamedCall), { maxLength: 5 }),
    lastSignature: maybe(aSignature),
    finish: fc.constantFrom('STOP', 'MAX_TOKENS', 'SAFETY', 'RECITATION', 'OTHER'),
    prompt: fc.nat(10_000),
    cached: fc.nat(1_000),
    output: fc.nat(5_000),
    thought: fc.nat(500),
  })
  .map(({ parts, lastSignature, finish, prompt, cached, output, thought }) => {
    const usageMetadata = {
      promptTokenCount: prompt + cached,
      cachedContentTokenCount: cached,
      candidatesTokenCount: output,
      thoughtsTokenCount: thought,
      totalTokenCount: prompt + cached + output + thought,
    }
    const isText = parts.at(-1)?.['text'] !== undefined && parts.at(-1)?.['thought'] !== true
    const last = present({ text: '', thoughtSignature: isText ? lastSignature : undefined })
    return [
      ...parts.map((part) =>
        event({ candidates: [{ content: { parts: [part], role: 'model' }, index: 0 }] }),
      ),
      event({
        candidates: [{ content: { parts: [last], role: 'model' }, finishReason: finish, index: 0 }],
        usageMetadata,
      }),
    ]
  })

function event(value: Json): string {
  return `data: ${JSON.stringify({ ...value, modelVersion: 'gemini-3-pro', responseId: 'r1' })}\r\n\r\n`
}
