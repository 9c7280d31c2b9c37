import { describe, expect, test } from 'vitest'
import { readQuestion } from '../../../runtime/cache/question/read-question.ts'
import { unfitReasons } from '../../../runtime/cache/question/unfit-reasons.ts'
import { questionOf } from './question-of.ts'

describe('a text is not compared', () => {
  test.each(unfitReasons)('$why: $meaning', ({ why, example }) => {
    expect(readQuestion(example)).toEqual({ kind: 'unfit', why })
  })

  test.each([
    'What is it?',
    'How does this work?',
    'Fix the code above',
    'What does that mean?',
    'Why?',
    'Tell me more',
    'And in Python?',
    'What about Java?',
    'Is he married?',
    'Translate this into French',
    'What did she say?',
    'Give me another example',
    'Can you do it again?',
    'Continue',
  ])('dangling: %s', (text) => expect(readQuestion(text)).toEqual({ kind: 'unfit', why: 'dangling' }))

  test.each([
    '¿Cómo se ordena una lista en Python?',
    'Comment trier une liste en Python ?',
    '如何用 Python 排序列表？',
    'Как отсортировать список?',
  ])('language: %s', (text) => expect(readQuestion(text)).toEqual({ kind: 'unfit', why: 'language' }))

  test.each([
    'Is it safe to eat raw eggs?',
    'How long does it take to boil an egg?',
    'How do I boil an egg without cracking it?',
    'What time is it in Tokyo?',
    'Translate "this is a test" into French',
    'What does "je ne sais quoi" mean?',
    'Why does it rain?',
    'constructor toString __proto__ in JavaScript',
  ])('fit: %s', (text) => expect(readQuestion(text)).toMatchObject({ kind: 'question' }))
})

describe('what tokenisation must not lose', () => {
  test.each([
    ['How do I book a one-way flight?', 'one-way'],
    ['Who works in IT?', 'it-field'],
    ['Who leads the US?', 'usa'],
    ['What is ~5 in bash?', '~'],
    ['What is 5% of 60?', '%'],
    ['How do I get out of a contract?', 'out'],
    ['What does git reset --hard do?', '--hard'],
    ['How do I learn C++?', 'c++'],
    ['What is vitamin A good for?', 'a'],
    ['Where is /etc/hosts?', '/etc/hosts'],
    ['Do all birds fly? Or only a few?', 'a-few'],
  ])('%s keeps %s', (text, key) => expect(questionOf(text).items.map((item) => item.key)).toContain(key))
})

describe('flags', () => {
  test.each([
    'What is the weather today?',
    'What is the latest version of Node?',
    'What time is it in Tokyo?',
    'Who is the president of France?',
  ])('timely: %s', (text) => expect(questionOf(text).timely).toBe(true))
  test.each([
    'What is my balance?',
    'Where is my order?',
    'When will my card arrive?',
    'Was I charged twice?',
    'I did not get my refund',
  ])('personal: %s', (text) => expect(questionOf(text).personal).toBe(true))
  test.each([
    'How do I reset my password?',
    'What is the capital of France?',
    'How many days has a leap year?',
  ])('neither: %s', (text) => expect(questionOf(text)).toMatchObject({ timely: false, personal: false }))
})
