import type { Conversation } from '../../contracts.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import { conversationOf } from '../conversation.ts'
import type { UrlWords, WireBody } from '../dialect.ts'
import { embeddingBody } from '../embedding-body.ts'
import { FieldReader } from '../field-reader.ts'
import { wireFields } from '../fields.ts'
import { isObject } from '../json.ts'
import { itemsOf } from './fields.ts'
import { modelOf } from './model-name.ts'
import { addContent } from './parts.ts'
import type { Found } from './parts.ts'

/** The top-level fields that gwc reads of a request for one embedding or for several. */
export const embeddingFields = wireFields(['model', 'content', 'requests'])

/** Scans an embedContent or batchEmbedContents request. */
export function readEmbeddingBody(
  bytes: Buffer,
  said?: UrlWords,
  ranges = scanBody(bytes, embeddingFields.index),
): WireBody | BodyFault {
  if ('kind' in ranges) return ranges
  const read = new FieldReader(bytes, ranges, embeddingFields.slots)
  return embeddingBody({ bytes, ranges }, read, modelOf(read, said), () => readContents(bytes, read))
}

function readContents(bytes: Buffer, read: FieldReader<'content' | 'requests'>): Conversation {
  const found: Found = { texts: [], images: 0, media: 0, jsonBytes: 0, isBounded: true }
  const requests = itemsOf(read.value('requests'))
  const contents = [read.value('content'), ...requests.map((each) => isObject(each) && each['content'])]
  for (const content of contents) addContent(found, content)
  const { texts, images, isBounded } = found
  const messages = Math.max(1, requests.length)
  return conversationOf(bytes, { messages, prompts: messages, texts, images, toolBytes: 0, isBounded })
}
