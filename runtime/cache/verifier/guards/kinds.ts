import { type Guard, mustAgree } from './guard.ts'

/** Guards over marks that each question must have alike, as many of each. */
export const kindGuards: readonly Guard[] = [
  {
    name: 'numbers',
    meaning: 'Numbers are equal: in figures or words, ordinals, versions, times of day.',
    example: ['What is 17% of 340?', 'What is 17% of 430?'],
    blocks: mustAgree('number'),
  },
  {
    name: 'units',
    meaning: 'Units and currencies are equal. `5 km`, `5km` and `five kilometres` are.',
    example: ['Is 38 degrees Celsius a fever?', 'Is 38 degrees Fahrenheit a fever?'],
    blocks: mustAgree('unit'),
  },
  {
    name: 'dates',
    meaning: 'Days, months, seasons and times of day are equal.',
    example: ['Is the bank open on Saturday?', 'Is the bank open on Sunday?'],
    blocks: mustAgree('date'),
  },
  {
    name: 'quoted',
    meaning: 'What stands in quotation marks is equal, to the letter.',
    example: ['What does "piece of cake" mean?', 'What does "piece of mind" mean?'],
    blocks: mustAgree('quoted'),
  },
  {
    name: 'identifiers',
    meaning:
      'Flags, paths, addresses, names in code, versions and operators are equal; flags with their case.',
    example: ['What does git reset --soft do?', 'What does git reset --hard do?'],
    blocks: mustAgree('identifier', 'symbol'),
  },
  {
    name: 'negation',
    meaning: 'Both deny the same: not, never, no, without, none.',
    example: ['Which foods contain gluten?', 'Which foods do not contain gluten?'],
    blocks: mustAgree('negation'),
  },
  {
    name: 'quantifiers',
    meaning: 'All, any, some, only, most, few and a few are kept apart.',
    example: ['Do all birds migrate?', 'Do some birds migrate?'],
    blocks: mustAgree('quantifier'),
  },
  {
    name: 'modality',
    meaning: 'Can, may, must, should and would are kept apart, wherever they stand.',
    example: ['What can I say to my boss?', 'What should I say to my boss?'],
    blocks: mustAgree('modality'),
  },
  {
    name: 'tense',
    meaning: 'Both ask of the past, the present or the future.',
    example: ['Who is the king of Spain?', 'Who was the king of Spain?'],
    blocks: mustAgree('tense'),
  },
  {
    name: 'conditionals',
    meaning: 'If, unless, when, until, while, although and because are kept apart.',
    example: ['What happens if it rains?', 'What happens unless it rains?'],
    blocks: mustAgree('condition'),
  },
  {
    name: 'comparatives',
    meaning: 'Better is not best, more is not less; where something is most of all, one is not several.',
    example: ['What is the best city in Peru?', 'What are the best cities in Peru?'],
    blocks: mustAgree('degree', 'plural'),
  },
  {
    name: 'articles',
    meaning: 'What is a thing is not what is the thing: any of them, or one that is known.',
    example: ['What is an exchange rate?', 'What is the exchange rate?'],
    blocks: mustAgree('article'),
  },
  {
    name: 'persons',
    meaning: 'My, your, his and their things are kept apart, except one’s own in a procedure.',
    example: ['Where is my wallet?', 'Where is your wallet?'],
    blocks: mustAgree('person'),
  },
  {
    name: 'relations',
    meaning:
      'To, from, for, about, before, after, with: what relates two things is equal, except where a rule explains it.',
    example: ['Write an email to my boss', 'Write an email about my boss'],
    blocks: mustAgree('relation'),
  },
]
