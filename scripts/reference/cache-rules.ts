import { forms } from '../../runtime/cache/question/forms/index.ts'
import { sameWords } from '../../runtime/cache/question/synonyms.ts'
import { unfitReasons } from '../../runtime/cache/question/unfit-reasons.ts'
import { explanations } from '../../runtime/cache/verifier/explanations/index.ts'
import { oppositePairs } from '../../runtime/cache/verifier/guards/antonyms.ts'
import { guards } from '../../runtime/cache/verifier/guards/index.ts'
import { code, type Page, page, table } from './markdown.ts'

/** Every rule by which the semantic cache takes two questions for one, or keeps them apart. */
export function cacheRulesPage(): Page {
  return page(
    'cache-rules.md',
    'Rules of the semantic cache',
    '`runtime/cache/question/` and `runtime/cache/verifier/`',
    [
      'By which rules two questions are one: [how alike is decided](../cache-verifier.md) says why. Each row is tried in a test on its own examples.',
      `## Never compared\n\nA text that is unfit is only found by its exact request.\n\n${table(
        ['reason', 'because', 'such as'],
        unfitReasons.map(({ why, meaning, example }) => [code(why), meaning, shortened(example)]),
      )}`,
      `## Guards\n\nThe first that has something to say keeps two questions apart. Its name is the \`rule\` of a verdict.\n\n${table(
        ['guard', 'holds when', 'keeps apart'],
        guards.map(({ name, meaning, example }) => [code(name), meaning, quoted(example)]),
      )}`,
      `## Explained differences\n\nWhat still differs when both questions are in their canonical form, and is no difference.\n\n${table(
        ['explanation', 'explains', 'makes one of'],
        explanations.map(({ name, meaning, example }) => [code(name), meaning, quoted(example)]),
      )}`,
      `## Forms\n\nWays of asking for the same thing, by the kind of answer that is wanted. What differs between two forms of a row never changes the answer.\n\n${table(
        ['kind of answer', 'meaning', 'forms', 'makes one of'],
        forms.map(({ intent, meaning, forms: ways, example }) => [
          intent === '' ? '' : code(intent),
          meaning,
          String(ways.length),
          quoted(example),
        ]),
      )}`,
      `## Words for one thing\n\nThe first stands for the others.\n\n${sameWords.map((row) => code(row.replaceAll(' ', ' = '))).join(', ')}`,
      `## Opposites\n\nNever one, wherever they stand.\n\n${oppositePairs.map((row) => code(row.replace(' ', ' ≠ '))).join(', ')}`,
    ],
  )
}

const quoted = ([one, other]: readonly [string, string]): string => `“${one}” “${other}”`

const shortened = (example: string): string =>
  code((example.length > 60 ? `${example.slice(0, 57)}…` : example).replaceAll('```', "'''"))
