import type { FrameRow } from '../frames.ts'

/** Work to be done by the model itself. */
export const tasks: readonly FrameRow[] = [
  {
    intent: 'write',
    meaning: 'A text or a program to be written.',
    example: ['Can you write me a poem about the ocean?', 'Write a poem about the ocean.'],
    forms: [
      '{text} (to|that|which) *=> {text} to $1',
      '(compose|draft|create|generate|make|craft|produce) * {text} => $1 {text}',
      'write *',
      '(compose|draft|create|generate|make|craft|produce|prepare|give) {text} *=> {text} $1',
      '(compose|draft|create|generate|make|craft|produce) * {text} *=> $1 {text} $2',
      'i need {text} *=> {text} $1',
    ],
  },
  {
    intent: 'translate',
    meaning: 'Words in another tongue.',
    example: ['How do you say "good morning" in Italian?', 'Translate "good morning" into Italian.'],
    forms: [
      'translate * (to|into|in) {tongue} => $1 to {tongue}',
      'how (do|would|can|should) {i} (say|write) * in {tongue} => $1 to {tongue}',
      'how to (say|write) * in {tongue} => $1 to {tongue}',
      'what is {tongue} (word|translation|term) (for|of) *=> $1 to {tongue}',
      'what is " in {tongue} => $1 to {tongue}',
      'how (is|do you) * (said|translated) in {tongue} => $1 to {tongue}',
      '{tongue} (word|translation) (for|of) *=> $1 to {tongue}',
      'what is (translation of|word for) * in {tongue} => $1 to {tongue}',
    ],
  },
]
