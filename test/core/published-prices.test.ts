import { expect, test } from 'vitest'
import { builtinCatalogue, type Rates, type Service } from '../../core/catalogue.ts'
import { priceAt } from '../../core/price.ts'

/** Dollars per million tokens as a page has them, and when it applies where that is not always. */
interface Published {
  readonly rates: Partial<Rates>
  readonly input?: number
  readonly at?: string
  readonly service?: Service
}

type Row = readonly [id: string, ...prices: Published[]]

const claude = (id: string, input: number, output: number, cacheRead: number): Row => [
  `anthropic/claude-${id}`,
  { rates: { input, output, cacheRead, cacheWrite5m: input * 1.25, cacheWrite1h: input * 2 } },
]
const long = 300_000

/** What providers publish, by the page it was read on and the month in which that page said so. */
const pages: readonly { readonly url: string; readonly read: string; readonly rows: readonly Row[] }[] = [
  {
    url: 'https://platform.claude.com/docs/en/about-claude/pricing',
    read: '2026-09',
    rows: [
      claude('fable-5.1', 10, 50, 0.25),
      claude('mythos-5.1', 10, 50, 0.25),
      claude('fable-5', 10, 50, 1),
      claude('mythos-5', 10, 50, 1),
      claude('opus-5', 5, 25, 0.5),
      claude('opus-4.8', 5, 25, 0.5),
      claude('opus-4.7', 5, 25, 0.5),
      claude('opus-4.6', 5, 25, 0.5),
      claude('opus-4.5', 5, 25, 0.5),
    ],
  },
  {
    url: 'https://platform.claude.com/docs/en/docs/about-claude/pricing',
    read: '2026-02',
    rows: [
      claude('sonnet-4.6', 3, 15, 0.3),
      claude('sonnet-4.5', 3, 15, 0.3),
      claude('haiku-4.5', 1, 5, 0.1),
    ],
  },
  {
    url: 'https://platform.claude.com/docs/zh-CN/models/opus-5-5/overview',
    read: '2026-09',
    rows: [
      claude('opus-5.5', 4, 20, 0.2),
      ['anthropic/claude-sonnet-5', { rates: { input: 2, output: 10 } }],
    ],
  },
  {
    url: 'https://platform.claude.com/docs/zh-CN/models/sonnet-5-5/overview',
    read: '2026-09',
    // The cache read was halved on 2026-10-07.
    rows: [
      [
        'anthropic/claude-sonnet-5.5',
        { rates: { input: 2, output: 10, cacheWrite5m: 2.5, cacheWrite1h: 4 } },
      ],
    ],
  },
  {
    url: 'https://platform.claude.com/docs/en/models/haiku-5-5/overview.md',
    read: '2026-10',
    rows: [['anthropic/claude-haiku-5.5', { rates: { input: 0.1, output: 0.5 } }]],
  },
  {
    url: 'https://developers.openai.com/pt-BR/api/docs/models/gpt-5.6-sol',
    read: '2026-09',
    rows: [
      [
        'openai/gpt-5.6-sol',
        { rates: { input: 4, output: 20, cacheRead: 0.4, cacheWrite5m: 5 } },
        { rates: { input: 8, output: 30 }, input: long },
      ],
      ['openai/gpt-5.5', { rates: { input: 5 } }],
      ['openai/gpt-5.4', { rates: { input: 2.5 } }],
    ],
  },
  {
    url: 'https://developers.openai.com/docs/models/gpt-6-sol',
    read: '2026-09',
    rows: [
      [
        'openai/gpt-6-sol',
        { rates: { input: 2, output: 10, cacheRead: 0.2, cacheWrite5m: 2.5 } },
        { rates: { input: 4, output: 15, cacheRead: 0.4 }, input: long },
        { rates: { input: 1, output: 5, cacheRead: 0.1 }, service: 'batch' },
        { rates: { input: 1, output: 5, cacheRead: 0.1 }, service: 'flex' },
      ],
    ],
  },
  {
    url: 'https://developers.openai.com/api/docs/models/compare',
    read: '2026-09',
    rows: [['openai/gpt-6-astra', { rates: { input: 10, output: 50, cacheRead: 1, cacheWrite5m: 12.5 } }]],
  },
  {
    url: 'https://developers.openai.com/api/docs/models/gpt-4.md',
    read: '2026-09',
    rows: [['openai/gpt-4', { rates: { input: 30, output: 60 } }]],
  },
  {
    url: 'https://openai.com/api/pricing',
    read: '2026-09',
    rows: [
      ['openai/gpt-4.1', { rates: { input: 2, output: 8, cacheRead: 0.5 } }],
      ['openai/gpt-4.1-mini', { rates: { input: 0.4, output: 1.6, cacheRead: 0.1 } }],
      ['openai/gpt-4o-mini', { rates: { input: 0.15, output: 0.6, cacheRead: 0.075 } }],
      ['openai/gpt-5', { rates: { input: 1.25, output: 10, cacheRead: 0.125 } }],
      ['openai/text-embedding-3-small', { rates: { input: 0.02, output: 0 } }],
    ],
  },
  {
    url: 'https://ai.google.dev/gemini-api/docs/pricing',
    read: '2026-10',
    rows: [
      ['google/gemini-2.5-flash', { rates: { input: 0.3, output: 2.5, cacheRead: 0.03, inputAudio: 1 } }],
      [
        'google/gemini-2.5-pro',
        { rates: { input: 1.25, output: 10 } },
        { rates: { input: 2.5, output: 15 }, input: long },
      ],
      ['google/gemini-3.1-pro', { rates: { input: 2, output: 12, cacheRead: 0.2 } }],
      ['google/gemini-3.5-flash', { rates: { input: 1.5, output: 9, cacheRead: 0.15 } }],
      [
        'google/gemini-3.6-flash',
        { rates: { input: 0.75, output: 3.75, cacheRead: 0.075 } },
        { rates: { input: 1.5, output: 7.5, cacheRead: 0.15 }, at: '2027-01-01T00:00:00Z' },
      ],
      ['google/gemini-3.8-flash', { rates: { input: 0.75 } }],
    ],
  },
  {
    url: 'https://api-docs.deepseek.com/quick_start/pricing',
    read: '2026-10',
    rows: [
      [
        'deepseek/deepseek-flash',
        { rates: { input: 0.15, output: 0.6, cacheRead: 0.003 } },
        { rates: { input: 0.3, output: 1.2, cacheRead: 0.006 }, at: '2026-11-23T09:59:00Z' },
      ],
      // Served and billed as the one above.
      [
        'deepseek/deepseek-v4-flash',
        { rates: { input: 0.15, output: 0.6, cacheRead: 0.003 } },
        { rates: { input: 0.15, output: 0.6, cacheRead: 0.003 }, at: '2026-11-22T09:59:00Z' },
      ],
      [
        'deepseek/deepseek-v4-pro',
        { rates: { input: 0.66, output: 1.98, cacheRead: 0.022 } },
        { rates: { input: 1.32, output: 3.96, cacheRead: 0.044 }, at: '2026-11-23T01:00:00Z' },
        { rates: { input: 0.66, output: 1.98, cacheRead: 0.022 }, at: '2026-11-22T01:00:00Z' },
      ],
    ],
  },
  {
    url: 'https://docs.x.ai/developers/models/grok-4.20-0309.md',
    read: '2026-10',
    rows: [
      [
        'xai/grok-4.20',
        { rates: { input: 1.25, output: 2.5, cacheRead: 0.2 }, input: 199_999 },
        { rates: { input: 2.5, output: 5, cacheRead: 0.4 }, input: 200_000 },
      ],
      [
        'xai/grok-4.20-reasoning',
        { rates: { input: 1.25, output: 2.5, cacheRead: 0.2 }, input: 199_999 },
        { rates: { input: 2.5, output: 5, cacheRead: 0.4 }, input: 200_000 },
      ],
    ],
  },
  {
    url: 'https://docs.x.ai/developers/grok-4-5',
    read: '2026-07',
    rows: [['xai/grok-4.5', { rates: { input: 2, output: 6 } }]],
  },
  {
    url: 'https://docs.mistral.ai/models/model-cards/mistral-medium-3-5-26-04',
    read: '2026-05',
    rows: [
      ['mistral/mistral-medium', { rates: { input: 1.5, output: 7.5 } }],
      ['mistral/mistral-medium-3.5', { rates: { input: 1.5, output: 7.5 } }],
    ],
  },
  {
    url: 'https://console.groq.com/docs/models',
    read: '2026-05',
    rows: [['groq/openai/gpt-oss-120b', { rates: { input: 0.15, output: 0.6 } }]],
  },
  {
    // Regional profiles cost a tenth more than global ones.
    url: 'https://aws.amazon.com/bedrock/pricing',
    read: '2026-09',
    rows: [
      [
        'bedrock/claude-opus-4.8',
        { rates: { input: 5.5, output: 27.5, cacheRead: 0.55, cacheWrite5m: 6.875, cacheWrite1h: 11 } },
      ],
      ['bedrock/claude-opus-4.8-global', { rates: { input: 5, output: 25, cacheRead: 0.5 } }],
    ],
  },
]

const rows = pages.flatMap(({ url, read, rows: own }) =>
  own.map(([id, ...prices]) => ({ id, url, read, prices })),
)

test.each(rows)('$id costs what $url said in $read', ({ id, prices }) => {
  const model = builtinCatalogue().byId.get(id)
  for (const { rates, input = 1_000, at = '2026-11-23T12:00:00Z', service } of prices) {
    const found = model === undefined ? undefined : priceAt(model, Date.parse(at), input, service)
    const names = Object.keys(rates) as readonly (keyof Rates)[]
    const dollars = names.map((name) => [name, (found?.rates[name] ?? Number.NaN) / 1e9])
    expect(Object.fromEntries(dollars)).toEqual(rates)
  }
})

test('that is at least thirty models', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBeGreaterThanOrEqual(30)
})
