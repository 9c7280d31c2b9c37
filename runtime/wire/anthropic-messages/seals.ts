import { OPEN_BRACE, OPEN_BRACKET } from '../../proxy/body/bytes.ts'
import { splice } from '../../proxy/body/splice.ts'
import type { WireBody } from '../dialect.ts'
import { dropElements } from '../drop-elements.ts'
import { isObject } from '../json.ts'
import { elementsOf, memberOf, parseRange } from '../json-parts.ts'
import type { JsonRange } from '../json-parts.ts'
import { textsFound } from '../seals.ts'
import type { Seals } from '../seals.ts'
import { messagesFields } from './fields.ts'

const { slots } = messagesFields

const needles = ['"signature"', '"redacted_thinking"'].map((text) => Buffer.from(text))
const NAMES = /"(?:signature|data)"\s*:\s*"([^"\\]{1,1048576})"/g

/**
 * Thoughts that their maker has signed, or that it alone can read. Any account of the same server takes them; another one
 * answers 400 (https://platform.claude.com/docs/en/build-with-claude/extended-thinking).
 */
export const messagesSeals: Seals = {
  readBy: 'server',
  field: 'messages[].content[].type=thinking',
  inAnswer: (bytes) => (mayBeSealed(bytes) ? textsFound(bytes, NAMES) : none),
  inRequest: (body) =>
    turnsOf(body).flatMap(({ blocks }) =>
      blocks.flatMap(({ seal }) => (seal === undefined ? [] : [{ seal, isNeeded: false }])),
    ),
  without: (body, isDropped) => {
    const turns = turnsOf(body)
    const drops = turns.map(({ blocks }) => blocks.map(({ seal }) => seal !== undefined && isDropped(seal)))
    // A turn that held nothing else goes too: Anthropic refuses one without content.
    const isEmptied = drops.map((dropped) => dropped.length > 0 && dropped.every(Boolean))
    const within = turns.flatMap(({ blocks }, at) =>
      isEmptied[at] === true ? [] : dropElements(blocks, drops[at]!),
    )
    const edits = [...dropElements(turns, isEmptied), ...within]
    return splice(
      body.bytes,
      edits.toSorted((a, b) => a.start - b.start),
    )
  },
}

const none: readonly string[] = []

function mayBeSealed(bytes: Buffer): boolean {
  return needles.some((needle) => bytes.includes(needle))
}

interface Turn extends JsonRange {
  readonly blocks: readonly Block[]
}

interface Block extends JsonRange {
  readonly seal: string | undefined
}

/** The turns with their blocks; none where nothing in them can be sealed. */
function turnsOf({ bytes, ranges }: WireBody): readonly Turn[] {
  const start = ranges[slots.messages * 2]!
  if (start === -1 || bytes[start] !== OPEN_BRACKET) return []
  if (!mayBeSealed(bytes.subarray(start, ranges[slots.messages * 2 + 1]))) return []
  return elementsOf(bytes, start).map((turn) => ({ ...turn, blocks: blocksOf(bytes, turn) }))
}

function blocksOf(bytes: Buffer, turn: JsonRange): readonly Block[] {
  const content = bytes[turn.start] === OPEN_BRACE ? memberOf(bytes, turn.start, 'content') : undefined
  if (content === undefined || bytes[content.start] !== OPEN_BRACKET) return []
  return elementsOf(bytes, content.start).map((block) => ({ ...block, seal: sealOf(bytes, block) }))
}

function sealOf(bytes: Buffer, range: JsonRange): string | undefined {
  if (!mayBeSealed(bytes.subarray(range.start, range.end))) return undefined
  const block = parseRange(bytes, range)
  if (!isObject(block)) return undefined
  const { type, signature, data } = block
  const seal = type === 'thinking' ? signature : type === 'redacted_thinking' ? data : undefined
  return typeof seal === 'string' && seal !== '' ? seal : undefined
}
