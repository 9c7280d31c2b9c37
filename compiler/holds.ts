import { parseAddress, parseNetwork } from '../core/address.ts'
import { matchGlob } from '../core/glob.ts'
import type { FactRow, FactValue } from '../core/types.ts'
import type { Atom, Cond, Test } from './typed.ts'

/** The facts of one request. What is not named, the request lacks. */
export type Facts = Readonly<Record<string, FactValue | undefined>>

/** Whether a condition holds of a request: the meaning of the language, one line per kind. */
export function holds(condition: Cond, facts: Facts): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.operands.every((operand) => holds(operand, facts))
    case 'any':
      return condition.operands.some((operand) => holds(operand, facts))
    case 'not':
      return !holds(condition.operand, facts)
    case 'atom':
      return holdsAtom(condition, facts)
  }
}

function holdsAtom(atom: Atom, facts: Facts): boolean {
  const value = Object.hasOwn(facts, atom.fact.name) ? facts[atom.fact.name] : undefined
  return passes(atom.test, atom.fact, value)
}

/** Whether a fact's value passes a test. An absent fact has its default; where there is none, it passes nothing. */
export function passes(test: Test, fact: FactRow, given: FactValue | undefined): boolean {
  if (test.kind === 'present') return given !== undefined || !fact.optional
  const value = given ?? fact.default
  return value !== undefined && passesValue(test, fact, value)
}

function passesValue(test: Exclude<Test, { kind: 'present' }>, fact: FactRow, value: FactValue): boolean {
  switch (test.kind) {
    case 'flag':
      return value === true
    case 'compare':
      return typeof value === 'number' && compare(test.op, value, test.value)
    case 'member':
      return typeof value === 'string' && test.values.includes(value)
    case 'within':
      return typeof value === 'string' && test.networks.some((network) => isWithin(value, network))
    case 'glob':
      return typeof value === 'string' && matchGlob(test.pattern, value)
    case 'contains':
      return fact.type.kind === 'text'
        ? containsText(String(value), test.literal)
        : hasMember(value, test.literal)
  }
}

function isWithin(text: string, written: string): boolean {
  const [address, network] = [parseAddress(text), parseNetwork(written)]
  if (address === undefined || network === undefined) return false
  return address >= network.first && address < network.end
}

function compare(op: Extract<Test, { kind: 'compare' }>['op'], value: number, constant: number): boolean {
  switch (op) {
    case '==':
      return value === constant
    case '!=':
      return value !== constant
    case '<':
      return value < constant
    case '<=':
      return value <= constant
    case '>':
      return value > constant
    case '>=':
      return value >= constant
  }
}

function containsText(text: string, literal: string): boolean {
  return asciiLower(text).includes(asciiLower(literal))
}

/** `A-Z` as `a-z`, every other character as it is. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase())
}

function hasMember(value: FactValue, literal: string): boolean {
  return typeof value === 'object' && value.includes(literal)
}
