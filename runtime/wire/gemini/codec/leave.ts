import { rest } from '../../canonical/extra.ts'
import type { CanonicalRequest } from '../../canonical/form.ts'
import type { Json } from '../../json.ts'
import { formatFields } from './parse-config.ts'

/** What Google alone is told in its own words leaves the request where the form carries it, and what asks for nothing more than anybody gives. */
export function leaveGemini(request: CanonicalRequest): CanonicalRequest {
  const { tools, extra, format } = request
  return {
    ...request,
    tools: tools.map((tool) => ({ ...tool, extra: rest(tool.extra, ['parameters']) })),
    extra: Object.fromEntries(
      Object.entries(extra).filter(
        ([field, value]) => !isUsual(field, value) && !(format && saysForm(field)),
      ),
    ),
  }
}

const usual: Readonly<Json> = {
  'generationConfig.candidateCount': 1,
  'generationConfig.responseMimeType': 'text/plain',
  'generationConfig.responseLogprobs': false,
}

function isUsual(field: string, value: unknown): boolean {
  if (field === 'generationConfig.responseModalities')
    return Array.isArray(value) && value.every((modality) => modality === 'TEXT')
  return field in usual && usual[field] === value
}

function saysForm(field: string): boolean {
  return formatFields.some((name) => field === `generationConfig.${name}`)
}
