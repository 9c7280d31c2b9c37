import { wireFields } from '../fields.ts'

/** The top-level fields that gwc reads of a chat completion request, in slot order. */
const names = [
  'model',
  'stream',
  'stream_options',
  'temperature',
  'max_completion_tokens',
  'max_tokens',
  'n',
  'response_format',
  'reasoning_effort',
  'reasoning',
  'tools',
  'functions',
  'web_search_options',
  'metadata',
  'messages',
  'prompt_cache_key',
] as const

/** A field that gwc reads. */
export type ChatField = (typeof names)[number]

const fields = wireFields(names)

/** The same fields as the scanner wants them. */
export const chatFields = fields.index

/** Slot of each field in the ranges of a scan. */
export const { slots } = fields
