import { help, report } from '../../lang/report.ts'
import type { TypedStage } from '../typed.ts'
import { add, type Place } from './checking.ts'

/**
 * Whether every model that a chain of embeddings may come to is one model, whoever serves it: a client that keeps the
 * vectors of two compares what cannot be compared. `asked` is a model of its own.
 */
export function checkComparable({ c }: Place, stages: readonly TypedStage[]): boolean {
  const familyOf = (id: string): string => c.input.catalogue.byId.get(id)?.family ?? id
  const given = stages
    .filter(({ pick }) => pick !== 'deny')
    .flatMap(({ pick, models, span }) =>
      pick === 'asked'
        ? [{ family: 'the model asked for', span }]
        : models.map((id) => ({ family: familyOf(id), span })),
    )
  const [first] = given
  const other = given.find(({ family }) => family !== first?.family)
  if (first === undefined || other === undefined) return true
  const isElsewhere = other.span.start !== first.span.start
  add(
    c,
    report('GWC1511', { first: nameOf(first.family), second: nameOf(other.family) }, other.span, {
      secondary: isElsewhere ? [{ span: first.span, text: `gives those of ${nameOf(first.family)}` }] : [],
      notes: [help('embeddings may fail over to the same model at another provider: `family("…")`')],
    }),
  )
  return false
}

const nameOf = (family: string): string => (family.includes(' ') ? family : `\`${family}\``)
