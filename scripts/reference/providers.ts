import { openaiProviders, openaiServer } from '../../runtime/config/openai-providers.ts'
import type { ProviderRow } from '../../runtime/config/provider-rows.ts'
import { code, type Page, page, table } from './markdown.ts'

/** What gwc knows of each provider in OpenAI's dialect. */
export function providersPage(): Page {
  const rows = [...openaiProviders]
  return page('providers.md', 'Providers', '`runtime/config/openai-providers.ts`', [
    'A provider of gateway.json whose `dialect` is `openai` gets the row of its name; any other name is a server that is believed to speak everything, perhaps without a key. A request goes only to a provider that speaks the API it came in.',
    table(
      ['provider', 'base URL', 'speaks', 'key'],
      [...rows, ['any other', openaiServer] as const].map(([name, row]) => [
        code(name),
        row.baseUrl === undefined ? 'in gateway.json' : code(row.baseUrl),
        row.speaks.map(code).join(', '),
        `${code(row.authHeader)}${row.keyless ? ', or none' : ''}`,
      ]),
    ),
    '## Quirks\n\n`max_output` of `shape` sets the field under *cap* where the client set none. *Usage* says whether a stream reports it when asked, or always; where always, the option is not sent. What stands under *steers* would choose the model past the policy: such a request is not sent there.',
    table(
      ['provider', 'cap', 'usage in streams', 'steers', 'reference'],
      rows.map(([name, row]) => [
        code(name),
        `${code(row.capField)}${row.takesOtherCap ? '' : ' only'}`,
        usageWords[row.usageInStream],
        row.steers.map(code).join(', '),
        `<${row.source}>`,
      ]),
    ),
    '## Money\n\n*Cut off* is what a stream may still cost after the client left: so many output tokens (gwc’s own allowance, where a provider stops then), or all of the rest. *Errors* says which may have been billed. Fields that change the price stand with the values that keep it at the list price or below; any other value may cost more.',
    table(
      ['provider', 'cut off', 'errors', 'fields that change the price'],
      rows.map(([name, row]) => [
        code(name),
        row.cancelSlack === 'all' ? 'the rest' : `${row.cancelSlack} tokens`,
        row.billedErrors,
        pricedWords(row),
      ]),
    ),
  ])
}

const usageWords = { include: 'when asked', always: 'always', never: 'never' } as const satisfies Record<
  ProviderRow['usageInStream'],
  string
>

function pricedWords({ priced }: ProviderRow): string {
  return Object.entries(priced)
    .map(([field, values]) =>
      values.length === 0
        ? code(field)
        : `${code(field)} but for ${values.map((value) => code(String(value))).join(', ')}`,
    )
    .join('; ')
}
