import type { Question, Reading } from './question.ts'

export type { Item, Question, Reading, UnfitReason } from './question.ts'

/** Longer texts are compared whole or not at all. */
const charactersMax = 600

const polite: ReadonlySet<string> = new Set(['please', 'hi', 'hello', 'hey', 'thanks', 'a', 'an', 'the'])
const timelyWords: ReadonlySet<string> = new Set([
  'today',
  'now',
  'currently',
  'latest',
  'yesterday',
  'tomorrow',
  'tonight',
])
const dangling: ReadonlySet<string> = new Set(['this', 'these', 'those', 'above', 'below', 'it'])

/** The question that a text asks, or why it cannot be compared. Never throws; linear in the text, which it bounds. */
export function readQuestion(text: string): Reading {
  if (text.length > 4 * charactersMax) return { kind: 'unfit', why: 'long' }
  const trimmed = text.toWellFormed().trim()
  if (trimmed === '') return { kind: 'unfit', why: 'empty' }
  if (trimmed.length > charactersMax) return { kind: 'unfit', why: 'long' }
  if (trimmed.includes('```')) return { kind: 'unfit', why: 'code' }
  const words = trimmed.toLowerCase().match(/[\p{L}\p{M}\p{N}_'’-]+|[~%+=<>$€£#@/\\&*^]/gu) ?? []
  if (words.length === 0) return { kind: 'unfit', why: 'empty' }
  if (words.some((word) => dangling.has(word))) return { kind: 'unfit', why: 'dangling' }
  return { kind: 'question', question: questionOf(trimmed, words) }
}

function questionOf(text: string, words: readonly string[]): Question {
  const items = words.filter((word) => !polite.has(word)).map((key) => ({ kind: 'word', key }) as const)
  return {
    text,
    canonical: items.map(({ key }) => key).join(' '),
    items,
    timely: words.some((word) => timelyWords.has(word)),
    personal: words.includes('my'),
  }
}
