import { showQuantity } from '../../core/quantity.ts'
import type { FactRow } from '../../core/types.ts'
import type { Span } from '../../lang/span.ts'
import { familyMembers } from '../../core/catalogue.ts'
import { showDollars } from '../analyses/cost-words.ts'
import { describeType, writeLiteral } from '../check/describe.ts'
import { isSame } from './same-span.ts'
import type { SetValue } from '../check/scope.ts'
import { failureClasses } from '../failure-classes.ts'
import { showValue } from '../show.ts'
import type { RouteRule, TypedStage } from '../typed.ts'
import { modelCard, modelList } from './model-card.ts'
import { occurrenceAt } from './occurrences.ts'
import type { Proof, Worst } from './prove.ts'
import type { Snapshot } from './snapshot.ts'
import type { Target } from './target.ts'

/** What to show beside a word: Markdown. */
export interface Hover {
  readonly span: Span
  readonly markdown: string
}

/** What the word at an offset means: type, source and doc of a fact, price of a model, value of a constant, what a rule picks. */
export function hoverAt(
  snapshot: Snapshot,
  proof: Proof | undefined,
  file: string,
  offset: number,
): Hover | undefined {
  const found = occurrenceAt(snapshot, file, offset)
  if (found === undefined) return undefined
  const markdown = describe(snapshot, proof, found.target)
  return markdown === undefined ? undefined : { span: found.span, markdown }
}

function describe(snapshot: Snapshot, proof: Proof | undefined, target: Target): string | undefined {
  const { catalogue, asOf, sources } = snapshot.input
  switch (target.kind) {
    case 'declared':
      return paragraphs(
        code(textOf(sources, target.node.span)),
        target.node.doc,
        valueOf(snapshot, target.at),
      )
    case 'rule':
      return describeRule(snapshot, proof, target)
    case 'meter':
      return paragraphs(code(textOf(sources, target.node.span)), target.node.doc)
    case 'include':
      return paragraphs(code(textOf(sources, target.node.span)), target.node.doc)
    case 'fact':
      return describeFact(target.row)
    case 'property':
      return paragraphs(
        code(`${target.row.name}: ${typeOf(target.row)}`),
        target.row.doc,
        'A property of models, from the catalogue.',
      )
    case 'word':
      return `\`${target.value}\`: a value of \`${target.fact.name}\`. ${target.fact.doc}`
    case 'model': {
      const model = catalogue.byId.get(target.id)
      return model && modelCard(catalogue, model, asOf)
    }
    case 'family':
      return modelList(
        catalogue,
        familyMembers(catalogue, target.name).map(({ id }) => id),
        asOf,
      )
    case 'failure':
      return failureClasses.find(({ name }) => name === target.name)?.doc
    case 'file':
      return `\`${target.path}\``
  }
}

const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n')

const code = (text: string): string => `\`\`\`route\n${text}\n\`\`\``

const textOf = (sources: ReadonlyMap<string, string>, { file, start, end }: Span): string =>
  (sources.get(file) ?? '').slice(start, end)

// ---------------------------------------------------------------------------------------------- facts

const sourceWords = {
  identity: 'Set by identity: the caller’s key, which the client cannot change.',
  request: 'Set by the client.',
  content: 'Computed from the prompt.',
  state: 'Set by the gateway.',
  deployment: 'Set by the operator.',
} as const satisfies Record<FactRow['source'], string>

function describeFact(row: FactRow): string {
  const absence =
    row.default === undefined
      ? row.optional
        ? `May be missing: ask \`has ${row.name}\` first.`
        : ''
      : `\`${showValue(row, row.default)}\` where a request does not say.`
  const deprecated = row.deprecated === undefined ? '' : `Deprecated: ${row.deprecated}.`
  const origin = row.origin.kind === 'builtin' ? '' : ` From \`${row.origin.kind}:${row.origin.name}\`.`
  return paragraphs(
    code(`${row.name}: ${typeOf(row)}`),
    deprecated,
    row.doc,
    `${sourceWords[row.source]}${origin} ${absence}`.trim(),
  )
}

/** The type in full: lists with their words, numbers with their unit. */
export function typeOf({ type }: FactRow): string {
  if (type.kind === 'enum') return `{${[...type.values, ...(type.open ? ['…'] : [])].join(', ')}}`
  return type.kind === 'number' ? type.unit : describeType(type)
}

// ---------------------------------------------------------------------------------------------- constants and rules

function valueOf({ checked, input }: Snapshot, at: Span): string | undefined {
  const meaning = checked.declared.find(({ span }) => isSame(span, at))?.meaning
  if (meaning?.kind === 'set') return meaning.set && describeSet(meaning.set, input)
  if (meaning?.kind !== 'single' || meaning.literal?.kind !== 'Model') return undefined
  return modelList(input.catalogue, [meaning.literal.text], input.asOf)
}

function describeSet(set: SetValue, { catalogue, asOf }: Snapshot['input']): string {
  if (set.kind === 'models') return modelList(catalogue, set.ids, asOf)
  return `${set.elements.length} values: ${set.elements.map(writeLiteral).join(', ')}`
}

function describeRule(
  { checked, input }: Snapshot,
  proof: Proof | undefined,
  { node }: Extract<Target, { kind: 'rule' }>,
): string {
  const rule = checked.rows.route.find(({ span }) => isSame(span, node.span))
  const proved = proof?.rules.find(({ span }) => isSame(span, node.span))
  const tests = proved?.tests.length ?? 0
  return paragraphs(
    code(textOf(input.sources, node.span)),
    node.doc,
    rule === undefined ? undefined : describeStages(rule, input),
    proved === undefined
      ? undefined
      : `${reachWords(proved.reach)}; ${tests} ${tests === 1 ? 'test' : 'tests'}.`,
    proved?.worst && worstWords(proved.worst),
  )
}

const reachWords = (reach: Proof['rules'][number]['reach']): string =>
  reach === 'reached'
    ? 'Decides some requests'
    : reach === 'covered' || reach === 'empty'
      ? 'Never decides'
      : 'Not proved to decide'

function describeStages({ stages }: RouteRule, input: Snapshot['input']): string {
  return stages.map((stage, index) => describeStage(stage, index, input)).join('\n\n')
}

function describeStage(stage: TypedStage, index: number, { catalogue, asOf }: Snapshot['input']): string {
  const head = index === 0 ? 'Picks' : `On ${stage.on.join(', ')}:`
  if (stage.models.length === 0) return `${head} ${stage.shown}`
  if (stage.split !== undefined) return `${head} ${describeSplit(stage.split)}`
  return `${head} ${stage.pick === 'model' ? '' : `${stage.pick} of`}\n${modelList(catalogue, stage.models, asOf)}`
}

/** The most that a request can take: every attempt billed in full. */
function worstWords({ attempts, timeMs, nanos, isOpen }: Worst): string {
  const money = nanos === undefined ? 'costs that no price list bounds' : showDollars(nanos)
  const times = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`
  const open = isOpen ? ', or more: the steps were too few to settle it' : ''
  return `A request takes at most ${money}, ${times} and ${showQuantity(timeMs, 'duration')}${open}.`
}

/** Each arm with its share. */
function describeSplit({ fact, arms }: NonNullable<TypedStage['split']>): string {
  const lines = arms.map(({ share, model }) => `- ${showQuantity(share, 'percent')} \`${model}\``)
  return [`by \`${fact.name}\``, ...lines].join('\n')
}
