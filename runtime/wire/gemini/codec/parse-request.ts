import { rest } from '../../canonical/extra.ts'
import type { CanonicalRequest } from '../../canonical/form.ts'
import type { Json } from '../../json.ts'
import { parseConfig } from './parse-config.ts'
import { parseContents } from './parse-contents.ts'
import { parseToolConfig, parseTools } from './parse-tools.ts'
import { message } from './proto-json.ts'

const known = ['systemInstruction', 'contents', 'tools', 'toolConfig', 'generationConfig']

/** Reads a generateContent request; the model, and whether to stream, stand in its URL (https://ai.google.dev/api/generate-content). */
export function parseGeminiRequest(body: Json): CanonicalRequest {
  const request = message(body)
  const { choice, extra } = parseToolConfig(request['toolConfig'])
  const config = parseConfig(request['generationConfig'])
  return {
    ...config,
    from: 'gemini-generate',
    model: undefined,
    stream: false,
    turns: parseContents(request['systemInstruction'], request['contents']),
    tools: parseTools(request['tools']),
    toolChoice: choice,
    parallelTools: undefined,
    cacheKey: undefined,
    extra: { ...rest(request, known), ...extra, ...config.extra },
  }
}
