import type { DialectName } from '../dialect.ts'
import type { CanonicalRequest } from './form.ts'
import type { Losses } from './losses.ts'

/** What the form carries and not every dialect has a place for. */
export type Carried =
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'stop'
  | 'seed'
  | 'presencePenalty'
  | 'frequencyPenalty'
  | 'toolChoice'
  | 'parallelTools'
  | 'thought'
  | 'audio'
  | 'toolSchema'
  | 'formatSchema'
  | 'strict'
  | 'farFile'

/** How each dialect writes it, for whoever is told what was lost. */
const names: Readonly<Partial<Record<DialectName, Readonly<Partial<Record<Carried, string>>>>>> = {
  'openai-chat': {
    temperature: 'temperature',
    topP: 'top_p',
    stop: 'stop',
    seed: 'seed',
    presencePenalty: 'presence_penalty',
    frequencyPenalty: 'frequency_penalty',
    toolChoice: 'tool_choice',
    parallelTools: 'parallel_tool_calls',
    audio: 'messages[].content[].input_audio',
    toolSchema: 'tools[].function.parameters',
    formatSchema: 'response_format.json_schema.schema',
  },
  'openai-responses': {
    temperature: 'temperature',
    topP: 'top_p',
    toolChoice: 'tool_choice',
    parallelTools: 'parallel_tool_calls',
    thought: 'input[].type=reasoning',
    toolSchema: 'tools[].parameters',
    formatSchema: 'text.format.schema',
    farFile: 'input[].content[].file_url',
  },
  'anthropic-messages': {
    temperature: 'temperature',
    topP: 'top_p',
    topK: 'top_k',
    stop: 'stop_sequences',
    parallelTools: 'tool_choice.disable_parallel_tool_use',
    thought: 'messages[].content[].type=thinking',
    toolSchema: 'tools[].input_schema',
    formatSchema: 'output_config.format.schema',
    strict: 'tools[].strict',
    farFile: 'messages[].content[].source',
  },
  'gemini-generate': {
    temperature: 'generationConfig.temperature',
    topP: 'generationConfig.topP',
    topK: 'generationConfig.topK',
    stop: 'generationConfig.stopSequences',
    seed: 'generationConfig.seed',
    presencePenalty: 'generationConfig.presencePenalty',
    frequencyPenalty: 'generationConfig.frequencyPenalty',
    toolChoice: 'toolConfig.functionCallingConfig',
    thought: 'contents[].parts[].thought',
    audio: 'contents[].parts[].inlineData',
    toolSchema: 'tools[].functionDeclarations[].parametersJsonSchema',
    formatSchema: 'generationConfig.responseJsonSchema',
    farFile: 'contents[].parts[].fileData',
  },
}

/** The name of what is carried, in the dialect it came from. */
export function fieldName(from: DialectName, what: Carried): string {
  return names[from]?.[what] ?? what
}

/** Loses those settings that a request has. */
export function loseSettings(
  request: CanonicalRequest,
  settings: readonly ('temperature' | 'topP' | 'topK' | 'seed' | 'presencePenalty' | 'frequencyPenalty')[],
  losses: Losses,
): void {
  for (const setting of settings)
    if (request[setting] !== undefined) losses.lose(fieldName(request.from, setting), request[setting])
}
