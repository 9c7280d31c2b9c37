import type { UnfitReason } from './question.ts'

/** Why a text is only ever found by its exact request. */
export const unfitReasons: readonly {
  readonly why: UnfitReason
  readonly meaning: string
  readonly example: string
}[] = [
  { why: 'empty', meaning: 'There is no word in it.', example: '???' },
  {
    why: 'long',
    meaning: 'It has more than 600 characters.',
    example: `Summarize this: ${'very '.repeat(120)}long`,
  },
  { why: 'code', meaning: 'It has fenced or indented code.', example: 'What is wrong?\n```js\nlet a\n```' },
  {
    why: 'dangling',
    meaning: 'It points at something outside of it: this, above, it, another one.',
    example: 'Can you explain this to me?',
  },
  { why: 'language', meaning: 'It is not in English.', example: 'Wie sortiere ich eine Liste in Python?' },
]
