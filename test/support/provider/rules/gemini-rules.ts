import type { Json } from '../../../../runtime/wire/json.ts'
import { jsonSchemaFault, schemaFault } from './gemini-schema.ts'
import {
  anyObject,
  anything,
  closed,
  count,
  decimal,
  filled,
  flag,
  list,
  named,
  oneOf,
  text,
} from './shapes.ts'
import type { Shape } from './shapes.ts'

const data = named('^[A-Za-z0-9+/_-]*={0,2}$')
const media = {
  inlineData: closed({ 'mimeType!': filled, 'data!': data, displayName: text }),
  fileData: closed({ mimeType: filled, 'fileUri!': filled, displayName: text }),
}

const functionCall = closed({ id: filled, 'name!': filled, args: anyObject })
const functionResponse = closed({
  id: filled,
  'name!': filled,
  'response!': anyObject,
  parts: list(closed(media)),
  willContinue: flag,
  scheduling: text,
})

/** The fields of which a part has one. */
const partData = {
  text,
  ...media,
  functionCall,
  functionResponse,
  executableCode: anyObject,
  codeExecutionResult: anyObject,
}

const part = closed({
  ...partData,
  thought: flag,
  thoughtSignature: data,
  videoMetadata: anyObject,
  mediaResolution: anyObject,
  partMetadata: anyObject,
})

const declaration = closed({
  'name!': named('^[a-zA-Z_][a-zA-Z0-9_.:-]{0,63}$'),
  description: text,
  parameters: anyObject,
  parametersJsonSchema: anyObject,
  response: anyObject,
  responseJsonSchema: anyObject,
  behavior: text,
})

const tool = closed({
  functionDeclarations: list(declaration),
  googleSearch: anyObject,
  googleSearchRetrieval: anyObject,
  codeExecution: anyObject,
  urlContext: anyObject,
  fileSearch: anyObject,
  googleMaps: anyObject,
  computerUse: anyObject,
  mcpServers: anything,
})

/** Up to five stops; temperatures to 2 (https://ai.google.dev/api/generate-content#generationconfig). */
const generationConfig = closed({
  stopSequences: { type: 'array', items: filled, maxItems: 5 },
  responseMimeType: oneOf('text/plain', 'application/json', 'text/x.enum'),
  responseSchema: anyObject,
  responseJsonSchema: anyObject,
  responseFormat: anything,
  responseModalities: anything,
  candidateCount: { type: 'integer', minimum: 1, maximum: 8 },
  maxOutputTokens: { type: 'integer', minimum: 1 },
  temperature: { type: 'number', minimum: 0, maximum: 2 },
  topP: { type: 'number', minimum: 0, maximum: 1 },
  topK: count,
  seed: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  presencePenalty: decimal,
  frequencyPenalty: decimal,
  responseLogprobs: flag,
  logprobs: count,
  enableEnhancedCivicAnswers: flag,
  speechConfig: anything,
  thinkingConfig: closed({
    includeThoughts: flag,
    thinkingBudget: { type: 'integer', minimum: -1 },
    thinkingLevel: oneOf('MINIMAL', 'LOW', 'MEDIUM', 'HIGH', 'minimal', 'low', 'medium', 'high'),
  }),
  imageConfig: anything,
  mediaResolution: text,
})

/** What generateContent takes, in the names of its JSON; unknown ones are refused ("Cannot find field"). */
export const geminiShape: Shape = closed({
  model: filled,
  'contents!': list(closed({ role: oneOf('user', 'model'), 'parts!': list(part, 1) }), 1),
  systemInstruction: closed({ role: text, 'parts!': list(part, 1) }),
  tools: list(tool),
  toolConfig: closed({
    functionCallingConfig: closed({
      mode: oneOf('AUTO', 'ANY', 'NONE', 'VALIDATED'),
      allowedFunctionNames: list(filled),
    }),
    retrievalConfig: anyObject,
    includeServerSideToolInvocations: flag,
  }),
  safetySettings: list(closed({ 'category!': filled, 'threshold!': filled })),
  generationConfig,
  cachedContent: filled,
  labels: anyObject,
  serviceTier: text,
  store: flag,
})

interface Part extends Json {
  readonly text?: string
  readonly functionCall?: Json
  readonly functionResponse?: Json
}

interface Content {
  readonly role?: string
  readonly parts: readonly Part[]
}

/** What Google says of a request whose fields do not go together. */
export function geminiFault(body: Json, model: string): string | undefined {
  const contents = body['contents'] as readonly Content[]
  const system = body['systemInstruction'] as Content | undefined
  return (
    partsFault([...(system === undefined ? [] : [system]), ...contents]) ??
    turnsFault(contents) ??
    signatureFault(contents, model) ??
    toolsFault(body) ??
    configFault(body, model)
  )
}

/** A part is one thing. An empty text is none, but for a model's: Google's own library sends those back. */
function partsFault(contents: readonly Content[]): string | undefined {
  for (const { role, parts } of contents)
    for (const each of parts) {
      const found = Object.keys(partData).filter((name) => each[name] !== undefined)
      if (found.length > 1) return `oneof field 'data' is already set: ${found.join(', ')}`
      if (found.length === 0 || (each.text === '' && role !== 'model'))
        return "required oneof field 'data' must have one initialized field"
    }
  return undefined
}

const callsOf = ({ parts }: Content): readonly Json[] =>
  parts.flatMap(({ functionCall: call }) => (call === undefined ? [] : [call]))
const resultsOf = ({ parts }: Content): readonly Json[] =>
  parts.flatMap(({ functionResponse: result }) => (result === undefined ? [] : [result]))

/** Calls follow what the user said or their results, each is answered right behind, and nothing else stands among the answers. */
function turnsFault(contents: readonly Content[]): string | undefined {
  for (const [at, content] of contents.entries()) {
    const before = contents[at - 1]
    const calls = before === undefined ? [] : callsOf(before)
    const results = resultsOf(content)
    if (
      callsOf(content).length > 0 &&
      (content.role !== 'model' || before?.role === undefined || before.role === 'model')
    )
      return 'Please ensure that function call turn comes immediately after a user turn or after a function response turn.'
    if (results.length > 0 && calls.length === 0)
      return 'Please ensure that function response turn comes immediately after a function call turn.'
    if (results.length !== calls.length || (results.length > 0 && content.parts.length > results.length))
      return 'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.'
    const stranger = results.find(
      ({ name, id }, nth) => name !== calls[nth]!['name'] || id !== calls[nth]!['id'],
    )
    if (stranger !== undefined) return `Function response ${String(stranger['name'])} answers no call.`
  }
  return callsOf(contents.at(-1)!).length > 0 ? 'Function calls are not answered.' : undefined
}

/** The first call of each step since the user last spoke is signed, for models from Gemini 3 on. */
function signatureFault(contents: readonly Content[], model: string): string | undefined {
  if (/^gemini-[12]/.test(model)) return undefined
  const spoke = contents.findLastIndex((each) => each.role !== 'model' && resultsOf(each).length === 0)
  for (const { parts } of contents.slice(spoke + 1)) {
    const first = parts.find(({ functionCall: call }) => call !== undefined)
    if (first !== undefined && first['thoughtSignature'] === undefined)
      return `Function call is missing a thought_signature in functionCall parts. Function call \`${String(first.functionCall?.['name'])}\``
  }
  return undefined
}

function toolsFault({ tools = [], toolConfig }: Json): string | undefined {
  const declared = (tools as readonly Json[]).flatMap(
    (each) => (each['functionDeclarations'] ?? []) as readonly Json[],
  )
  const names = declared.map(({ name }) => String(name))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return `Duplicate function declaration found: ${twice}`
  const calling = (toolConfig as Json | undefined)?.['functionCallingConfig'] as Json | undefined
  if (calling !== undefined && names.length === 0)
    return 'Function calling config is set without function_declarations.'
  const allowed = (calling?.['allowedFunctionNames'] ?? []) as readonly string[]
  if (allowed.length > 0 && calling?.['mode'] !== 'ANY' && calling?.['mode'] !== 'VALIDATED')
    return 'allowed_function_names should only be set when the mode is ANY.'
  const stranger = allowed.find((name) => !names.includes(name))
  if (stranger !== undefined) return `${stranger} of allowed_function_names is not declared.`
  for (const { parameters, parametersJsonSchema: json } of declared) {
    if (parameters !== undefined && json !== undefined)
      return 'parameters and parameters_json_schema are exclusive'
    const fault = schemaFault(parameters) ?? jsonSchemaFault(json)
    if (fault !== undefined) return fault
  }
  return undefined
}

function configFault({ generationConfig: said }: Json, model: string): string | undefined {
  const { responseMimeType, responseSchema, responseJsonSchema, thinkingConfig } = (said ?? {}) as Json
  const schema = responseSchema ?? responseJsonSchema
  if (responseSchema !== undefined && responseJsonSchema !== undefined)
    return 'response_schema and response_json_schema are exclusive'
  if (schema !== undefined && !['application/json', 'text/x.enum'].includes(String(responseMimeType)))
    return 'Response schema requires a response MIME type of application/json.'
  const { thinkingBudget, thinkingLevel } = (thinkingConfig ?? {}) as Json
  if (thinkingBudget !== undefined && thinkingLevel !== undefined)
    return 'You can only set only one of thinking budget and thinking level.'
  if (thinkingLevel !== undefined && /^gemini-[12]/.test(model))
    return 'Thinking level is not supported for this model.'
  return schemaFault(responseSchema) ?? jsonSchemaFault(responseJsonSchema)
}
