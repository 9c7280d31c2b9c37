import type { FactValue } from '../../core/types.ts'
import { classes as classSet, type ClassSet, everyClass } from '../class-set.ts'
import { passes } from '../holds.ts'
import type { Test } from '../typed.ts'
import type { Asked, Axis } from './axis.ts'

/** The classes of the values alone: what is left to say is where absence belongs. */
export type ValueAxis = Pick<Axis, 'classes' | 'classOf'> & { readonly samples: readonly FactValue[] }

/**
 * Adds the class of requests that lack the fact. It is one of its own where `has` tells it apart, else that of the
 * default, else one in which no test passes.
 */
export function withAbsence(asked: Asked, values: ValueAxis): Axis {
  const absent = absentClass(asked, values)
  const samples = absent === values.samples.length ? [...values.samples, undefined] : values.samples
  return {
    fact: asked.fact,
    tests: asked.tests,
    classes: values.classes,
    count: samples.length,
    missing: absent,
    unsaid: absent ?? (asked.fact.default === undefined ? undefined : values.classOf(asked.fact.default)),
    samples,
    classOf: values.classOf,
    full: everyClass(samples.length),
    passing: (test) => passingSamples(test, asked, samples),
  }
}

function passingSamples(test: Test, { fact }: Asked, samples: Axis['samples']): ClassSet {
  const passing = samples.flatMap((sample, index) => (passes(test, fact, sample) ? [index] : []))
  return classSet(samples.length, passing)
}

function absentClass({ fact, tests }: Asked, values: ValueAxis): number | undefined {
  if (!fact.optional) return undefined
  if (tests.some((test) => test.kind === 'present')) return values.samples.length
  if (fact.default !== undefined) return undefined
  const silent = values.samples.findIndex((sample) => !tests.some((test) => passes(test, fact, sample)))
  return silent === -1 ? values.samples.length : silent
}
