import type { Guard } from './guard.ts'

/** Both want the same kind of answer. */
export const intentGuard: Guard = {
  name: 'intent',
  meaning:
    'How, why, what, when, where, who, how much, whether, which is better, the difference: both want the same kind of answer.',
  example: ['Can I freeze soup?', 'How do I freeze soup?'],
  blocks: ({ asked, kept }) => (asked.intent === kept.intent ? [] : [asked.intent, kept.intent]),
}
