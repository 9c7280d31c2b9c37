import { wireFields } from '../fields.ts'

/** The top-level fields that gwc reads of a messages request, in slot order. */
const names = [
  'model',
  'stream',
  'max_tokens',
  'temperature',
  'thinking',
  'output_config',
  'output_format',
  'metadata',
  'cache_control',
  'mcp_servers',
  'container',
  'context_management',
  'compaction',
  'thread',
  'tools',
  'system',
  'messages',
] as const

/** A field that gwc reads. */
export type MessagesField = (typeof names)[number]

/** The fields, and the slot of each in the ranges of a scan. */
export const messagesFields = wireFields(names)
