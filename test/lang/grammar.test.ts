import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cstTypesPath, generateCstTypes } from '../../lang/generate-cst-types.ts'
import { RouteParser } from '../../lang/grammar.ts'

test('the grammar is sound: no ambiguity, no left recursion', () => {
  expect(() => new RouteParser({ skipValidations: false })).not.toThrow()
})

test('the types of the concrete tree are those of the grammar (else: npm run generate)', () => {
  expect(readFileSync(cstTypesPath, 'utf8')).toBe(generateCstTypes())
})
