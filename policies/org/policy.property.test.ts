import * as fc from 'fast-check'
import { decide, readPolicy, requestsOf } from 'gwc/testing'
import { expect, test } from 'vitest'

/** What this organisation promises, said of requests at random rather than of the rules that keep it. */
const policy = readPolicy(import.meta.dirname)

const premium = /\/claude-opus-4\.8$/

test.each(['interns', 'bootcamp'])('%s never reach a premium model, by no stage of any chain', (team) => {
  fc.assert(
    fc.property(requestsOf(policy, { team }), (request) => {
      expect(decide(policy, request).models.filter((model) => premium.test(model))).toEqual([])
    }),
  )
})

test('private data is answered in the EU or not at all, and never stored', () => {
  fc.assert(
    fc.property(requestsOf(policy), fc.constantFrom('pii', 'secret'), (request, data_class) => {
      const { kind, models, cache } = decide(policy, { ...request, data_class })
      expect(kind === 'deny' || models.every((model) => model.startsWith('bedrock/'))).toBe(true)
      expect(cache.mode).toBe('off')
    }),
  )
})

test('a team is decided by its own rules, the common ones, and no other team', () => {
  fc.assert(
    fc.property(requestsOf(policy, { team: 'payments' }), (request) => {
      expect(decide(policy, request).rule).not.toMatch(/^research\./)
    }),
  )
})
