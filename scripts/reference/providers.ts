import { anthropicProviders, anthropicServer } from '../../runtime/config/anthropic-providers.ts'
import { geminiProviders, geminiServer } from '../../runtime/config/gemini-providers.ts'
import { openaiProviders, openaiServer } from '../../runtime/config/openai-providers.ts'
import type { Worth } from '../../runtime/config/priced-fields.ts'
import type { ProviderRow } from '../../runtime/config/provider-rows.ts'
import { code, type Page, page, table } from './markdown.ts'

type Rows = readonly (readonly [string, ProviderRow])[]

/** What gwc knows of each provider, by the dialect that gateway.json says. */
export function providersPage(): Page {
  const openai = [...openaiProviders]
  const anthropic = [...anthropicProviders]
  const gemini = [...geminiProviders]
  const from =
    '`runtime/config/openai-providers.ts`, `runtime/config/anthropic-providers.ts` and `runtime/config/gemini-providers.ts`'
  return page('providers.md', 'Providers', from, [
    'A provider of gateway.json gets the row of its name in the table of its `dialect`; any other name is a server that is believed to speak everything of that dialect, perhaps without a key. A request goes as it is to a provider that speaks the API it came in, and is [translated](translation.md) for any other; legacy completions are not translated.',
    '## Dialect `openai`',
    reach([...openai, ['any other', openaiServer]]),
    '## Dialect `anthropic`',
    reach([...anthropic, ['any other', anthropicServer]]),
    '## Dialect `gemini`',
    reach([...gemini, ['any other', geminiServer]]),
    '## Quirks\n\n`max_output` of `shape` sets the field under *cap* where the client set none. *Usage* says whether a stream reports it when asked, or always; where always, the option is not sent. *Prompt cache* is what `prompt_cache auto` of `shape` sends: marks, or a `prompt_cache_key` in the APIs named. *Efforts* are the words for how much to think, of which a translation says the nearest. *Messages* is what is changed in those of chat completions, which the provider would refuse. What stands under *steers* would choose the model past the policy: such a request is not sent there.',
    '### Dialect `openai`',
    quirks(openai),
    '### Dialect `anthropic`',
    quirks(anthropic),
    'In the dialect `gemini` the cap is `generationConfig.maxOutputTokens`, usage comes always, and no row says more.',
    '## Money\n\n*Cut off* is what a stream may still cost after the client left: so many output tokens (gwc’s own allowance, where a provider stops then), or all of the rest. *Errors* says which may have been billed. Fields that change the price stand with the values that keep it at the list price or below; any other value may cost more.',
    '### Dialect `openai`',
    money(openai),
    '### Dialect `anthropic`',
    money(anthropic),
    '### Dialect `gemini`',
    money(gemini),
  ])
}

function reach(rows: Rows): string {
  return table(
    ['provider', 'base URL', 'speaks', 'key'],
    rows.map(([name, row]) => [
      code(name),
      row.baseUrl === undefined ? 'in gateway.json' : code(row.baseUrl),
      row.speaks.map(code).join(', '),
      `${code(row.authHeader)}${row.keyless ? ', or none' : ''}`,
    ]),
  )
}

function quirks(rows: Rows): string {
  return table(
    ['provider', 'cap', 'usage in streams', 'prompt cache', 'efforts', 'messages', 'steers', 'reference'],
    rows.map(([name, row]) => [
      code(name),
      `${code(row.capField)}${row.takesOtherCap ? '' : ' only'}`,
      usageWords[row.usageInStream],
      promptCacheWords(row),
      row.efforts.map(code).join(', '),
      messageWords(row),
      row.steers.map(code).join(', '),
      `<${row.source}>`,
    ]),
  )
}

function money(rows: Rows): string {
  return table(
    ['provider', 'cut off', 'errors', 'fields that change the price'],
    rows.map(([name, row]) => [
      code(name),
      row.cancelSlack === 'all' ? 'the rest' : `${row.cancelSlack} tokens`,
      row.billedErrors,
      pricedWords(row),
    ]),
  )
}

const usageWords = { include: 'when asked', always: 'always', never: 'never' } as const satisfies Record<
  ProviderRow['usageInStream'],
  string
>

function promptCacheWords({ cachesMarked, cacheKeyIn }: ProviderRow): string {
  if (cachesMarked) return 'marks'
  return cacheKeyIn.length === 0 ? '' : `key in ${cacheKeyIn.map(code).join(', ')}`
}

function messageWords({ callIds, takesDeveloper, wantsThoughts }: ProviderRow): string {
  return [
    ...(callIds === 'mistral' ? ['ids of calls in 9 characters'] : []),
    ...(takesDeveloper ? [] : ['`system` for `developer`']),
    ...(wantsThoughts ? ['of a translated request: thoughts before calls given back'] : []),
  ].join(', ')
}

function pricedWords({ priced }: ProviderRow): string {
  return Object.entries(priced)
    .map(([field, { worth }]) => {
      const known = Object.entries(worth).map(([value, price]) => `${code(value)}${worthWords(price)}`)
      return known.length === 0 ? code(field) : `${code(field)} but for ${known.join(', ')}`
    })
    .join('; ')
}

function worthWords(worth: Worth): string {
  if (worth === 'standard') return ''
  return 'service' in worth ? ` (priced as ${worth.service})` : ` (a multiplier, \`${worth.times}\`)`
}
