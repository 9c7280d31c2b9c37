import type { FieldRanges } from '../../proxy/body/fields.ts'
import type { FieldReader } from '../field-reader.ts'
import { wireFields } from '../fields.ts'

/** The top-level fields that gwc reads of a generateContent request, in slot order. */
const names = [
  'model',
  'contents',
  'systemInstruction',
  'system_instruction',
  'tools',
  'generationConfig',
  'generation_config',
  'cachedContent',
  'cached_content',
  'continuationToken',
  'continuation_token',
  'labels',
  // Of countTokens: a whole request within.
  'generateContentRequest',
  'generate_content_request',
] as const

/** A field that gwc reads. */
export type GenerateField = (typeof names)[number]

/** The fields, and the slot of each in the ranges of a scan. */
export const generateFields = wireFields(names)

const { slots } = generateFields

/** Fields of two spellings: Google takes that of its JSON and that of its protocol buffers (https://protobuf.dev/programming-guides/json/). */
const spellings = {
  systemInstruction: 'system_instruction',
  generationConfig: 'generation_config',
  cachedContent: 'cached_content',
  continuationToken: 'continuation_token',
  generateContentRequest: 'generate_content_request',
} as const satisfies Partial<Record<GenerateField, GenerateField>>

type Spelled = keyof typeof spellings

/** The spelling of a field that a request uses; that of JSON where it has neither. */
export function spellingOf(ranges: FieldRanges, field: Spelled): GenerateField {
  return ranges[slots[spellings[field]] * 2] === -1 ? field : spellings[field]
}

/** Faults a field that stands there in both spellings: which one counts would be the provider's to choose. */
export function checkSpellings(read: FieldReader<GenerateField>, ranges: FieldRanges): void {
  for (const [field, other] of Object.entries(spellings) as [Spelled, GenerateField][])
    if (ranges[slots[field] * 2] !== -1 && ranges[slots[other] * 2] !== -1)
      read.fail(other, `is \`${field}\` once more; one of them is enough`)
}

/** The member of an object in either of its spellings. */
export function memberIn(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return value[name] ?? value[snakeOf(name)]
}

/** `maxOutputTokens` as `max_output_tokens`. */
export function snakeOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The items of a field that repeats; Google takes one that stands alone for a list of it. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}
