import type { FactRow } from '../../../core/types.ts'
import { Literal, Model, Name } from '../../../lang/tokens.ts'
import { servedModels } from '../../check/model.ts'
import type { Declared } from '../../check/scope.ts'
import { describeDeclared } from '../../check/describe.ts'
import type { Choice } from '../completion.ts'
import { modelCard, showPrice } from '../model-card.ts'
import { isSame } from '../same-span.ts'
import { columnAt, columnsOf, factOf, nearest, type Site } from '../site.ts'
import { declaredIn } from './names.ts'
import { textsOf } from './texts.ts'

/** Constants, sets, words of a list and models, where a value is meant. */
export function valueChoices(site: Site): readonly Choice[] {
  const kind = kindOf(site)
  if (kind === undefined || site.inText) return []
  if (site.type === Model) return kind.takesModels ? models(site) : []
  if (site.type === Name)
    return [...declared(site, kind), ...(kind.fact === undefined ? [] : wordsOf(kind.fact))]
  if (site.type === Literal) return kind.fact === undefined ? [] : literals(site, kind.fact)
  return []
}

/** What is meant at a site. */
interface Kind {
  readonly fact: FactRow | undefined
  readonly takesModels: boolean
  /** Sets may be named here. */
  readonly takesSets: boolean
  /** Single constants may be named here. */
  readonly takesOne: boolean
}

const valueRules = [
  'target',
  'splitArm',
  'shadow',
  'judge',
  'element',
  'term',
  'constant',
  'givenValue',
  'constDecl',
]

function kindOf(site: Site): Kind | undefined {
  const about = nearest(site, 'comparison', 'givenFact', 'inputCell')
  const inside = nearest(site, ...valueRules)
  if (inside === undefined || isOtherColumn(site) || site.rules.includes('subject')) return undefined
  const isModel = about === undefined || site.rules.lastIndexOf(about) < site.rules.lastIndexOf('set')
  const fact = isModel ? undefined : factOf(site)
  if (!isModel && fact === undefined) return undefined
  return {
    fact,
    takesModels: isModel || fact?.type.kind === 'model',
    takesSets: inside === 'term' || inside === 'element' || inside === 'constDecl',
    takesOne: inside !== 'term',
  }
}

/** A cell under `by`, `deny` or `cache` holds no model. */
const isOtherColumn = ({ rules, tokens }: Site): boolean =>
  rules.includes('outputCell') && columnsOf(tokens)[1][columnAt(tokens)] !== 'use'

function models({ snapshot: { input } }: Site): readonly Choice[] {
  return servedModels(input).map((model): Choice => ({
    label: model.id,
    kind: 'model',
    detail: showPrice(model, input.asOf),
    doc: modelCard(input.catalogue, model, input.asOf),
    rank: 4,
  }))
}

function declared({ snapshot, scope }: Site, kind: Kind): readonly Choice[] {
  const known = snapshot.checked.declared
  return [...declaredIn(scope)].flatMap(({ node, at }): Choice[] => {
    const found = known.find(({ span }) => isSame(span, at))
    if (found === undefined || !fits(found, kind)) return []
    return [
      { label: found.name, kind: 'constant', detail: describeDeclared(found), doc: node.doc ?? '', rank: 1 },
    ]
  })
}

function fits({ meaning }: Declared, { fact, takesModels, takesSets, takesOne }: Kind): boolean {
  switch (meaning.kind) {
    case 'pred':
      return false
    case 'set':
      return takesSets && (meaning.set?.kind === 'models') === takesModels
    case 'single':
      return (
        takesOne && (meaning.literal?.kind === 'Model') === takesModels && (takesModels || fact !== undefined)
      )
  }
}

function wordsOf({ name, type }: FactRow): readonly Choice[] {
  const other: Choice = { label: 'other', kind: 'value', detail: `any other ${name}`, rank: 2 }
  if (type.kind === 'model') return [other]
  if (type.kind !== 'enum') return []
  const listed = type.values.map((label): Choice => ({ label, kind: 'value', detail: name, rank: 1 }))
  return type.open && !type.values.includes('other') ? [...listed, other] : listed
}

/** `true`, `false`, and texts that the policy compares the fact with elsewhere. */
function literals(site: Site, fact: FactRow): readonly Choice[] {
  if (fact.type.kind === 'bool')
    return ['true', 'false'].map((label): Choice => ({ label, kind: 'value', rank: 1 }))
  return fact.type.kind === 'enum' ? [] : textsOf(site, fact)
}
