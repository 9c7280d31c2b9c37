import type { ErrorObject } from 'ajv'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { type JsonNode, member, nodeAt } from '../json-tree.ts'

/** Ajv's deepest error, in words, at the node it speaks of. */
export function explain(root: JsonNode, errors: readonly ErrorObject[]): Diagnostic {
  const error = errors.toSorted((a, b) => depth(b) - depth(a))[0]
  if (error === undefined) return report('GWC1110', { problem: 'this is no facts file' }, root.span)
  const { problem, span, notes = [] } = inWords(root, error)
  return report('GWC1110', { problem }, span, { notes: notes.map(help) })
}

const depth = (error: ErrorObject): number => error.instancePath.split('/').length

interface Words {
  readonly problem: string
  readonly span: Span
  readonly notes?: readonly string[]
}

function inWords(root: JsonNode, error: ErrorObject): Words {
  const node = nodeAt(root, error.instancePath)
  const where = nameOf(error.instancePath)
  if (error.propertyName !== undefined) return badName(node, error.propertyName)
  switch (error.keyword) {
    case 'required':
      return {
        problem: `${where} has no \`${param(error, 'missingProperty')}\``,
        span: opening(node),
        notes: forMissing(param(error, 'missingProperty')),
      }
    case 'additionalProperties':
      return unknownKey(node, where, param(error, 'additionalProperty'))
    case 'propertyNames':
      return badName(node, param(error, 'propertyName'))
    case 'pattern':
      return {
        problem: `${where} is none of \`header:NAME\`, \`metadata:NAME\`, \`key:NAME\``,
        span: node.span,
      }
    case 'enum':
      return { problem: `${where} is none of ${listOf(error.params['allowedValues'])}`, span: node.span }
    case 'const':
      return { problem: `${where} is to be ${JSON.stringify(error.params['allowedValue'])}`, span: node.span }
    case 'type':
      return { problem: `${where} is to be of type ${param(error, 'type')}`, span: node.span }
    default:
      return { problem: `${where} ${error.message ?? 'is not of the form'}`, span: node.span }
  }
}

function badName(node: JsonNode, name: string): Words {
  const problem = `\`${name}\` cannot name a fact: letters, digits and \`_\` can, and no digit first`
  return { problem, span: keyOf(node, name) }
}

function unknownKey(node: JsonNode, where: string, key: string): Words {
  const near = suggest(key, [
    'type',
    'properties',
    'description',
    'enum',
    'items',
    'minimum',
    'maximum',
    'format',
    'deprecated',
    'x-gwc',
    'from',
    'default',
    'unit',
    'open',
    'trusted',
    'sensitive',
    'use',
    'title',
  ])
  return {
    problem: `${where} has no use for \`${key}\``,
    span: keyOf(node, key),
    notes: insideOfGwc.includes(key)
      ? [`it belongs in \`x-gwc\`: \`"x-gwc": {"${key}": …}\``]
      : near === undefined
        ? []
        : [`did you mean \`${near}\`?`],
  }
}

/** Keys of `x-gwc`, which a writer of JSON Schema may put beside it. */
const insideOfGwc: readonly string[] = ['from', 'default', 'unit', 'open', 'trusted', 'sensitive', 'use']

const param = (error: ErrorObject, name: string): string =>
  String((error.params as Readonly<Record<string, unknown>>)[name])

const keyOf = (node: JsonNode, key: string): Span => member(node, key)?.keySpan ?? node.span

/** A whole object is too much to underline; its brace is enough. */
const opening = (node: JsonNode): Span => ({ ...node.span, end: node.span.start + 1 })

const listOf = (values: unknown): string =>
  Array.isArray(values) ? values.map((value) => `\`${String(value)}\``).join(', ') : ''

const forMissing = (key: string): readonly string[] =>
  key === 'x-gwc' || key === 'from'
    ? ['`"x-gwc": {"from": "header:x-project"}` says where the value comes from']
    : []

/** `/properties/region/x-gwc/unit` is `unit` of `region`. */
function nameOf(pointer: string): string {
  const parts = pointer.split('/').slice(1)
  if (parts.length === 0) return 'this file'
  if (parts[0] !== 'properties' || parts[1] === undefined) return `\`${parts.at(-1)}\``
  return parts.length === 2
    ? `the fact \`${parts[1]}\``
    : `\`${parts.slice(2).join('.')}\` of \`${parts[1]}\``
}
