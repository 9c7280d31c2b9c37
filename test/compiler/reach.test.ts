import { describe, expect, test } from 'vitest'
import { cubePolicy, type CubedPolicy } from '../../compiler/cubed.ts'
import { interpret, type Verdict } from '../../compiler/interpret.ts'
import { type Reach, reachOf } from '../../compiler/reach.ts'
import { type PolicyRule, rulesOf } from '../../compiler/rules.ts'
import { settleMeters } from '../../compiler/settle-meters.ts'
import { routeTableOf } from '../../compiler/traffic.ts'
import type { Policy } from '../../compiler/typed.ts'
import { witnessOf } from '../../compiler/witness.ts'
import { aPolicy, someFacts } from '../support/arbitrary-policy.ts'
import { fc } from '../support/fast-check.ts'

function cubedOf(policy: Policy): CubedPolicy | undefined {
  const cubing = cubePolicy(policy)
  return cubing.kind === 'cubed' ? cubing.cubed : undefined
}

/** Rules that decide a request: each guard row that matches, and, unless one denies, what every other table says. */
function decidersOf(policy: Policy, facts: Parameters<typeof interpret>[1]): readonly PolicyRule[] {
  const verdict = interpret(policy, facts)
  if (verdict.guard.some(({ action }) => action.kind === 'deny')) return verdict.guard
  const asked: Verdict = { ...verdict, [routeTableOf(facts) === 'route' ? 'embeddings' : 'route']: undefined }
  const decided: readonly (readonly PolicyRule[] | PolicyRule | undefined)[] = Object.values(asked)
  return decided.flat().filter((rule) => rule !== undefined)
}

const unreached = new Set<Reach['kind']>(['empty', 'covered'])

describe('what the cover check says is what the interpreter shows', () => {
  test('each witness is decided by its rule', () => {
    let witnesses = 0
    fc.assert(
      fc.property(aPolicy, (policy) => {
        const cubed = cubedOf(policy)
        if (cubed === undefined) return
        for (const [rule, found] of reachOf(cubed)) {
          if (found.kind !== 'reached') continue
          witnesses += 1
          expect(decidersOf(policy, witnessOf(cubed.space, found.cube))).toContain(rule)
        }
      }),
      { numRuns: 500 },
    )
    expect(witnesses).toBeGreaterThan(1_000)
  })

  test('no witness has anything counted by a budget or limit that does not apply to it', () => {
    let counted = 0
    fc.assert(
      fc.property(aPolicy, (policy) => {
        const cubed = cubedOf(policy)
        for (const found of cubed === undefined ? [] : reachOf(cubed).values()) {
          if (cubed === undefined || found.kind !== 'reached') continue
          const witness = witnessOf(cubed.space, found.cube)
          expect(settleMeters(policy, witness)).toEqual(witness)
          counted += Object.entries(witness).filter(
            ([name, value]) => name.includes('.') && value !== 0,
          ).length
        }
      }),
      { numRuns: 500 },
    )
    expect(counted).toBeGreaterThan(100)
  })

  test('no sampled request is decided by a rule that is said never to run', () => {
    let silent = 0
    fc.assert(
      fc.property(aPolicy, fc.array(someFacts, { minLength: 60, maxLength: 60 }), (policy, requests) => {
        const cubed = cubedOf(policy)
        if (cubed === undefined) return
        const never = new Set(
          [...reachOf(cubed)].filter(([, { kind }]) => unreached.has(kind)).map(([rule]) => rule),
        )
        silent += never.size
        for (const facts of requests) {
          for (const rule of decidersOf(policy, facts)) expect(never.has(rule), rule.name).toBe(false)
        }
      }),
      { numRuns: 250 },
    )
    expect(silent).toBeGreaterThan(30)
  })

  test('no rule is left unproven at this size', () => {
    fc.assert(
      fc.property(aPolicy, (policy) => {
        const cubed = cubedOf(policy)
        const kinds = cubed === undefined ? [] : [...reachOf(cubed).values()].map(({ kind }) => kind)
        expect(kinds).not.toContain('unproven')
        expect(kinds.length === 0 || kinds.length === rulesOf(policy).length).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
