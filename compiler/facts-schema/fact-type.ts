import { nanosOf } from '../../core/money.ts'
import type { FactType, Unit } from '../../core/types.ts'
import type { Fact } from '../../schemas/generated/facts.ts'

/** The type that a declared fact has in conditions. */
export function typeOf(fact: Fact): FactType {
  if (fact.enum !== undefined) return { kind: 'enum', values: fact.enum, open: fact['x-gwc'].open === true }
  const { type } = fact
  if (type === undefined || type === 'string') return { kind: fact.format === 'ip' ? 'address' : 'string' }
  switch (type) {
    case 'boolean':
      return { kind: 'bool' }
    case 'array':
      return { kind: 'strings' }
    case 'integer':
    case 'number':
      return numberType(fact, fact['x-gwc'].unit ?? (type === 'integer' ? 'integer' : 'decimal'))
  }
}

function numberType(fact: Fact, unit: Unit): FactType {
  const bound = (wire: number | undefined): number | undefined =>
    wire === undefined ? undefined : fromWire(wire, unit)
  const [min, max] = [bound(fact.minimum), bound(fact.maximum) ?? naturalMax[unit]]
  return {
    kind: 'number',
    unit,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  }
}

/** Units whose own meaning ends somewhere, in base units. */
const naturalMax: Readonly<Partial<Record<Unit, number>>> = { score: 1_000, time: 1_439 }

/** A number as a request carries it, in base units: dollars, percent of 100, score of 1. `undefined` when finer than a step. */
export function fromWire(wire: number, unit: Unit): number | undefined {
  if (unit === 'decimal') return wire
  if (unit === 'money') return wire < 0 ? undefined : nanosOf(wire)
  const scaled = Number((wire * (wireFactors[unit] ?? 1)).toPrecision(15))
  return Number.isSafeInteger(scaled) ? scaled : undefined
}

const wireFactors: Readonly<Partial<Record<Unit, number>>> = { percent: 100, score: 1_000 }
