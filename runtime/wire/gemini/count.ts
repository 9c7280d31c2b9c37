import { OPEN_BRACE } from '../../proxy/body/bytes.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import type { Edit } from '../../proxy/body/splice.ts'
import type { CountingDialect, Edits, UrlWords, WireBody } from '../dialect.ts'
import { parseObject } from '../json.ts'
import { memberOf } from '../json-parts.ts'
import type { JsonRange } from '../json-parts.ts'
import { applyEdits } from '../set-field.ts'
import type { Scanned } from '../set-field.ts'
import { readGenerateBody } from './body.ts'
import { geminiGenerate } from './dialect.ts'
import { generateFields, spellingOf } from './fields.ts'
import { methodPath, resourceName } from './model-name.ts'

/** Google's countTokens: contents alone, or a whole request within one field (https://ai.google.dev/api/tokens). */
export const geminiCount: CountingDialect = {
  ...geminiGenerate,
  path: ({ model }) => methodPath(model, 'countTokens'),
  read: readCountBody,
  edit: editCountBody,
  isAnswer: (body) => Number.isSafeInteger(parseObject(body.toString())?.['totalTokens']),
  isRefused: () => false,
  usageOf: () => undefined,
  countBody: (totalTokens) => Buffer.from(JSON.stringify({ totalTokens })),
}

/** Where the whole request stands within the body; `undefined` where the contents stand alone. */
function wholeRequest({ bytes, ranges }: Scanned): JsonRange | undefined {
  const slot = generateFields.slots[spellingOf(ranges, 'generateContentRequest')] * 2
  const start = ranges[slot]!
  return bytes[start] === OPEN_BRACE ? { start, end: ranges[slot + 1]! } : undefined
}

function readCountBody(bytes: Buffer, said?: UrlWords, scanned?: FieldRanges): WireBody | BodyFault {
  const body = readGenerateBody(bytes, said, scanned)
  const inner = 'kind' in body ? undefined : wholeRequest(body)
  if (inner === undefined || 'kind' in body) return body
  const within = readGenerateBody(bytes.subarray(inner.start, inner.end), said)
  return 'kind' in within ? within : { ...within, bytes, ranges: body.ranges }
}

function editCountBody(body: WireBody, edits: Edits): Buffer {
  const inner = wholeRequest(body)
  if (inner === undefined) return geminiGenerate.edit(body, edits)
  const model = memberOf(body.bytes, inner.start, 'model')
  const changes: Edit[] =
    model === undefined ? [] : [{ ...model, text: JSON.stringify(resourceName(edits.model)) }]
  return changes.length === 0 ? body.bytes : applyEdits(body.bytes, changes)
}
