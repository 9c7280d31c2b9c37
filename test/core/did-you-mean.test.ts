import { expect, test } from 'vitest'
import { editDistance, suggest } from '../../core/did-you-mean.ts'

const facts = ['team', 'task', 'project', 'developer', 'input_tokens', 'max_output', 'temperature']

test.each([
  ['taem', 'team'],
  ['Team', 'team'],
  ['developr', 'developer'],
  ['input_token', 'input_tokens'],
  ['inptu_tokens', 'input_tokens'],
  ['temprature', 'temperature'],
])('%s is near %s', (name, meant) => {
  expect(suggest(name, facts)).toBe(meant)
})

test.each(['x', 'region', 'team_of_mine', ''])('%s is near nothing', (name) => {
  expect(suggest(name, facts)).toBeUndefined()
})

test('a swap of neighbours is one edit', () => {
  expect(editDistance('wehn', 'when')).toBe(1)
  expect(editDistance('kitten', 'sitting')).toBe(3)
})
