import type { RequestView } from '../contracts.ts'

interface ClientRow {
  readonly name: string
  readonly sent: (headers: RequestView['headers']) => boolean
}

/**
 * How each client is told: by headers that only it sends, first match. Never by User-Agent alone, which others copy (Qwen Code says it is claude-cli).
 * Sources: recordings of the clients' own traffic.
 */
const clients: readonly ClientRow[] = [
  { name: 'claude_code', sent: (headers) => 'x-claude-code-session-id' in headers },
  {
    name: 'codex',
    sent: (headers) =>
      'x-codex-window-id' in headers ||
      'x-codex-turn-metadata' in headers ||
      startsWith(headers['originator'], 'codex'),
  },
  {
    name: 'opencode',
    sent: (headers) =>
      startsWith(headers['x-session-affinity'], 'ses_') || headers['originator'] === 'opencode',
  },
  { name: 'copilot', sent: (headers) => 'x-initiator' in headers && 'x-interaction-type' in headers },
  {
    name: 'gemini_cli',
    sent: (headers) => 'x-goog-api-client' in headers && startsWith(headers['user-agent'], 'GeminiCLI'),
  },
  {
    name: 'anthropic_sdk',
    sent: (headers) => 'x-stainless-lang' in headers && 'anthropic-version' in headers,
  },
  { name: 'openai_sdk', sent: (headers) => 'x-stainless-lang' in headers },
]

/** The fact `client`; `undefined` when no header tells. */
export function clientOf(request: RequestView): string | undefined {
  for (const client of clients) if (client.sent(request.headers)) return client.name
  return undefined
}

/** Headers by which clients name their session, in order of trust. */
const sessionHeaders = [
  'x-claude-code-session-id',
  'session-id',
  'session_id',
  'x-session-id',
  'x-session-affinity',
] as const

const sessionCharsMax = 256
const userIdCharsMax = 4_096

/**
 * The fact `session`: the client's own header, else `session_id` inside `metadata.user_id`, which Anthropic clients send as
 * JSON, else `prompt_cache_key`.
 */
export function sessionOf(request: RequestView): string | undefined {
  for (const name of sessionHeaders) {
    const value = request.headers[name]
    if (typeof value === 'string' && isSession(value)) return value
  }
  const named = sessionOfUserId(request.body.metadata['user_id']) ?? request.body.session
  return named !== undefined && isSession(named) ? named : undefined
}

function sessionOfUserId(userId: string | undefined): string | undefined {
  if (userId === undefined || userId.length > userIdCharsMax || !userId.startsWith('{')) return undefined
  try {
    const parsed: unknown = JSON.parse(userId)
    const session =
      typeof parsed === 'object' && parsed !== null && 'session_id' in parsed ? parsed.session_id : undefined
    return typeof session === 'string' && isSession(session) ? session : undefined
  } catch {
    return undefined // an ordinary user id that happens to start with a brace
  }
}

function isSession(value: string): boolean {
  return value.length > 0 && value.length <= sessionCharsMax
}

function startsWith(value: string | string[] | undefined, prefix: string): boolean {
  return typeof value === 'string' && value.startsWith(prefix)
}
