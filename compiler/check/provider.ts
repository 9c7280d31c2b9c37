import { suggest } from '../../core/did-you-mean.ts'
import { providerFact } from '../../core/meter-facts.ts'
import type { FactRow } from '../../core/types.ts'
import type { Call } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import { add, type Place } from './checking.ts'
import { listWords } from './describe.ts'
import { rewriteNear } from './rewrite.ts'

/** The fact of `up(openai)`: a provider that the gateway can be sent to, bare or quoted. */
export function findProvider({ c }: Place, { argument }: Call): FactRow | undefined {
  if (argument.kind === 'Missing') return undefined
  const name =
    argument.kind === 'String' ? argument.value : argument.kind === 'Name' ? argument.text : undefined
  const known = c.input.providers ?? c.input.catalogue.providers
  if (name !== undefined && known.includes(name)) {
    const row = c.providers.get(name) ?? providerFact(name)
    c.providers.set(name, row)
    return row
  }
  const written = name ?? (argument.kind === 'Model' ? argument.text : 'this')
  const near = argument.kind === 'Model' ? written.split('/')[0] : suggest(written, known)
  const text =
    near === undefined || !known.includes(near)
      ? `the providers are ${listWords(known, 16)}`
      : `did you mean \`${near}\`?`
  return add(
    c,
    report('GWC1408', { name: written }, argument.span, {
      label: 'unknown',
      notes: [help(text)],
      fixes: rewriteNear(argument.span, near),
    }),
  )
}
