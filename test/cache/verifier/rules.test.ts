import { describe, expect, test } from 'vitest'
import { forms } from '../../../runtime/cache/question/forms/index.ts'
import { explanations } from '../../../runtime/cache/verifier/explanations/index.ts'
import { guards } from '../../../runtime/cache/verifier/guards/index.ts'
import { verdictOf } from './question-of.ts'

describe('a guard keeps its example apart', () => {
  test.each(guards)('$name', ({ name, example }) => {
    expect(verdictOf(...example)).toMatchObject({ kind: 'reject', rule: name })
  })
})

describe('an explanation makes its example one', () => {
  test.each(explanations)('$name', ({ name, example }) => {
    expect(verdictOf(...example)).toMatchObject({ kind: 'accept', rule: name })
  })
})

describe('a form makes its example one', () => {
  test.each(forms)('$meaning', ({ example }) => {
    expect(verdictOf(...example)).toMatchObject({ kind: 'accept', rule: 'canonical' })
  })
})
