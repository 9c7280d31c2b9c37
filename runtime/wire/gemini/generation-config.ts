import { choicesMax } from '../../../core/facts.ts'
import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { memberIn, snakeOf } from './fields.ts'

/** What gwc reads of a `generationConfig`. */
export interface GenerationConfig {
  readonly temperature: number | undefined
  readonly maxOutput: number | undefined
  readonly candidates: number
  readonly jsonSchema: boolean
  readonly reasoning: boolean
}

/** Reads a `generationConfig`; `fail` is told the first rule that it breaks. */
export function readGenerationConfig(config: Json, fail: (rule: string) => void): GenerationConfig {
  if ('maxOutputTokens' in config && snakeOf('maxOutputTokens') in config)
    fail('holds `maxOutputTokens` in both of its spellings; one of them is enough')
  return {
    temperature: numberIn(config, 'temperature', fail),
    maxOutput: countIn(config, 'maxOutputTokens', fail),
    candidates: countIn(config, 'candidateCount', fail, choicesMax) ?? 1,
    jsonSchema: schemas.some((name) => isObject(memberIn(config, name))),
    reasoning: asksToThink(memberIn(config, 'thinkingConfig')),
  }
}

/** `_responseJsonSchema` is what `responseJsonSchema` was called at first. */
const schemas = ['responseSchema', 'responseJsonSchema', '_responseJsonSchema'] as const

/** A budget of 0 says no; a budget, a level or a wish to read the thoughts says yes. */
function asksToThink(thinking: unknown): boolean {
  if (!isObject(thinking)) return false
  const budget = memberIn(thinking, 'thinkingBudget') ?? undefined
  if (budget !== undefined) return Number(budget) !== 0
  return (
    typeof memberIn(thinking, 'thinkingLevel') === 'string' || memberIn(thinking, 'includeThoughts') === true
  )
}

/** A number, which Google also takes as a text. */
function numberIn(config: Json, name: string, fail: (rule: string) => void): number | undefined {
  const value = memberIn(config, name) ?? undefined
  if (value === undefined) return undefined
  const number = typeof value === 'number' || isNumeral(value) ? Number(value) : Number.NaN
  if (Number.isFinite(number) && number >= 0) return number
  fail(`must have a finite number that is not negative as \`${name}\``)
  return undefined
}

const isNumeral = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,15}(\.\d{1,15})?$/.test(value)

function countIn(
  config: Json,
  name: string,
  fail: (rule: string) => void,
  max = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const value = numberIn(config, name, fail)
  if (value === undefined || (Number.isSafeInteger(value) && value > 0 && value <= max)) return value
  fail(
    max === Number.MAX_SAFE_INTEGER
      ? `must have a whole number above 0 as \`${name}\``
      : `must have a whole number from 1 to ${max} as \`${name}\``,
  )
  return undefined
}
