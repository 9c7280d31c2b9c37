import { expect, test } from 'vitest'
import { emit, serialize } from '../../compiler/emit.ts'
import { cubePolicy } from '../../compiler/cubed.ts'
import { expectationOf } from '../../compiler/emit/self-test.ts'
import { interpret } from '../../compiler/interpret.ts'
import { reachOf } from '../../compiler/reach.ts'
import { ruleIndices } from '../../compiler/rules.ts'
import type { Facts } from '../../compiler/holds.ts'
import type { Policy } from '../../compiler/typed.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import { lookUp } from '../../runtime/table/self-test.ts'
import type { SelfTest } from '../../schemas/generated/decision-table.ts'
import { aPolicy, someFacts } from '../support/arbitrary-policy.ts'
import { fc } from '../support/fast-check.ts'
import { loadWhole } from '../support/loaded.ts'

const catalogue = builtinCatalogue()

/** The bytes of a policy's table, whatever its analyses would say; `undefined` when it is too large for one. */
function build(policy: Policy): string | undefined {
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large') return undefined
  return serialize(emit(cubing.cubed, { catalogue, sources: new Map(), reach: reachOf(cubing.cubed) }))
}

function interpreted(policy: Policy, facts: Facts): SelfTest['expect'] {
  return expectationOf(policy, interpret(policy, facts), ruleIndices(policy))
}

const policies = 2_000
const requests = 50

test(`the table decides as the interpreter does, on ${policies * requests} random requests`, () => {
  let compared = 0
  fc.assert(
    fc.property(
      aPolicy,
      fc.array(someFacts, { minLength: requests, maxLength: requests }),
      (policy, asked) => {
        const bytes = build(policy)
        if (bytes === undefined) return
        const loaded = loadWhole(Buffer.from(bytes))
        if (!loaded.ok) throw new Error(loaded.message)
        for (const facts of asked) {
          compared += 1
          const [found, wanted] = [
            lookUp(loaded.table, facts as SelfTest['facts']),
            interpreted(policy, facts),
          ]
          // Compared as text first: an `expect` for each of so many takes longer than all the rest.
          if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted)
        }
      },
    ),
    { numRuns: policies },
  )
  expect(compared).toBeGreaterThan(policies * requests * 0.9)
}, 120_000)
