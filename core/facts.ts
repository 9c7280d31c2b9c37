import type { FactCost, FactRow, FactSource, FactType, FactValue } from './types.ts'

const flag: FactType = { kind: 'bool' }
const text: FactType = { kind: 'string' }
const count = (unit: 'integer' | 'tokens', max?: number): FactType =>
  max === undefined ? { kind: 'number', unit, min: 0 } : { kind: 'number', unit, min: 0, max }

const fact = (
  name: string,
  type: FactType,
  source: FactSource,
  cost: FactCost,
  doc: string,
  absence: { readonly optional?: boolean; readonly default?: FactValue } = {},
): FactRow => ({
  name,
  type,
  source,
  cost,
  doc,
  origin: { kind: 'builtin' },
  optional: absence.optional ?? false,
  ...absence,
})

const identity = (name: string, doc: string): FactRow =>
  fact(name, text, 'identity', 'free', doc, { optional: true, default: 'anonymous' })

/** What the client's own headers say it is; never the User-Agent alone, which others copy. */
const clients = [
  'claude_code',
  'codex',
  'opencode',
  'gemini_cli',
  'openai_sdk',
  'anthropic_sdk',
  'copilot',
] as const

/** Tasks a client or key may declare with `x-gwc-task`; a closed list, with *other* for the rest. */
const tasks = [
  'chat',
  'code',
  'architecture',
  'review',
  'debug',
  'test',
  'docs',
  'summarize',
  'extract',
  'classify',
  'translate',
  'math',
  'agent',
] as const

/** More answers to one request than any provider gives: the gateway refuses to ask for them. */
export const choicesMax = 128

/**
 * The built-in facts: the one list behind checker, completion, hover, extraction at run time and the reference.
 * Within a cost class, the order here is the order of lookup.
 */
export const builtinFacts: readonly FactRow[] = [
  identity('key', 'Name of the virtual key that the request came with.'),
  identity('org', 'Organisation of the key.'),
  identity('team', 'Team of the key.'),
  identity('project', 'Project of the key.'),
  identity('developer', 'Person or service that the key belongs to.'),
  fact(
    'env',
    { kind: 'enum', values: ['dev', 'test', 'stage', 'prod'], open: false },
    'deployment',
    'free',
    'Where this gateway runs; `env` of gateway.json.',
    { default: 'prod' },
  ),
  fact('hour', count('integer', 23), 'state', 'free', 'Hour of the day, 0 to 23, in the zone of the policy.'),
  fact(
    'weekday',
    { kind: 'enum', values: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], open: false },
    'state',
    'free',
    'Day of the week in the zone of the policy.',
  ),
  fact(
    'endpoint',
    {
      kind: 'enum',
      values: ['chat', 'responses', 'messages', 'completions', 'embeddings', 'generate'],
      open: false,
    },
    'request',
    'free',
    'API that was called: `chat` is POST /v1/chat/completions.',
    { default: 'chat' },
  ),
  fact(
    'client',
    { kind: 'enum', values: clients, open: true },
    'request',
    'free',
    'Program that sent the request, by the headers that only it sends.',
    { default: 'other' },
  ),
  fact(
    'client_address',
    { kind: 'address' },
    'request',
    'free',
    "IP address of the client: the connection's, or what the `trustedProxies` of gateway.json say of it.",
    { optional: true },
  ),
  fact('session', text, 'request', 'free', 'Session named by the client in its own header.', {
    optional: true,
  }),
  fact('path_project', text, 'request', 'free', 'NAME of a base URL that ends in /p/NAME.', {
    optional: true,
  }),
  fact(
    'task',
    { kind: 'enum', values: tasks, open: true },
    'content',
    'free',
    'Kind of work, as the client declares it with `x-gwc-task`.',
    { default: 'other' },
  ),
  fact(
    'model',
    { kind: 'model' },
    'request',
    'parsed',
    'Model as asked, resolved to a catalogue id; `auto` and unknown names are *other*.',
    { default: 'auto' },
  ),
  fact(
    'model_allowed',
    flag,
    'identity',
    'parsed',
    'Whether the key may ask for that model; true for a key without a model list.',
    { default: true },
  ),
  fact('stream', flag, 'request', 'parsed', 'Whether the answer is wanted as server-sent events.', {
    default: false,
  }),
  fact(
    'temperature',
    { kind: 'number', unit: 'decimal', min: 0 },
    'request',
    'parsed',
    'Sampling temperature; 1 where the request names none.',
    { default: 1 },
  ),
  fact('max_output', count('tokens'), 'request', 'parsed', 'Output cap that the request asks for.', {
    optional: true,
  }),
  fact(
    'choices',
    { kind: 'number', unit: 'integer', min: 1, max: choicesMax },
    'request',
    'parsed',
    'How many answers the request asks for (`n`); each is billed.',
    { default: 1 },
  ),
  fact('json_schema', flag, 'request', 'parsed', 'Whether structured output is asked for.', {
    default: false,
  }),
  fact('reasoning', flag, 'request', 'parsed', 'Whether reasoning effort is asked for.', { default: false }),
  fact('tools', flag, 'request', 'parsed', 'Whether the request offers tools.', { default: false }),
  fact('messages', count('integer'), 'request', 'scanned', 'How many messages the conversation has.', {
    default: 1,
  }),
  fact('images', flag, 'request', 'scanned', 'Whether a message carries an image.', { default: false }),
  fact(
    'input_tokens',
    count('tokens'),
    'request',
    'scanned',
    'Estimated size of the prompt; bounds and budgets never rest on it.',
    { default: 0 },
  ),
  fact(
    'input_bound',
    count('tokens'),
    'request',
    'scanned',
    'Tokens that the prompt cannot exceed, from its bytes; as good as endless where it carries more than text.',
    { default: 0 },
  ),
  fact(
    'prompt',
    { kind: 'text' },
    'content',
    'scanned',
    'Text of all messages; `prompt contains "…"`, letters a-z in either case.',
    { default: '' },
  ),
]
