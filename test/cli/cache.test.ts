import { expect, test } from 'vitest'
import { gwc } from '../support/gwc.ts'

test('two questions are compared without a gateway: one question, or two, and by which rule', () => {
  const same = gwc([
    'cache',
    'why',
    'How do I undo a commit in git?',
    'Please, how do I undo a commit in git?',
  ])
  expect(same.out).toContain('one question')
  expect(same.code).toBe(0)
  const trap = gwc(['cache', 'why', 'Is 5 mg safe?', 'Is 50 mg safe?'])
  expect(trap.out).toMatch(/^two questions: the rule `\w+` tells them apart/)
  expect(trap.code).toBe(10)
  const { out } = gwc(['cache', 'why', 'Is 5 mg safe?', 'Is 50 mg safe?', '--json'])
  expect(JSON.parse(out)).toMatchObject({ verdict: 'reject', bucket: expect.stringMatching(/^reject/) })
})

test.each([
  [['purge'], 'say whose'],
  [['purge', 'colour=red'], 'say whose'],
  [['delete'], 'name the entry'],
  [['feedback'], 'name the request'],
  [['why'], 'say the question'],
])('%j is told what is missing', (words, message) => {
  const { err, code } = gwc(['cache', ...words])
  expect(err).toContain(message)
  expect(code).toBe(1)
})
