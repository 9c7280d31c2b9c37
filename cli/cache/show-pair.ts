import type { PairWithEntry } from '../../runtime/cache/cache-control.ts'
import type { PairExplained } from '../../runtime/cache/explain-pair.ts'
import { columns } from '../columns.ts'
import { bar } from '../spend/bars.ts'
import { showShare } from './show-share.ts'

/** One pair: what was decided, by which rule and words, and what was measured of such pairs. */
export function showPair(asked: string, kept: string, pair: PairExplained): string {
  const { score, words } = pair
  return [
    verdictOf(pair),
    '',
    columns([
      ['  asked', asked],
      ['  kept', kept],
      ...(score === undefined ? [] : [['  cosine', `${score.toFixed(3)}  ${bar(score, 24)}`]]),
      ...(words.length === 0 ? [] : [['  words', words.join(', ')]]),
      ...boundOf(pair),
      ...flagsOf(pair),
    ]),
  ].join('\n')
}

function verdictOf({ verdict, rule, layer }: PairExplained): string {
  switch (verdict) {
    case 'accept':
      return layer === 'canonical'
        ? 'one question: both have the same canonical form'
        : `one question, by the rule \`${rule}\``
    case 'reject':
      return `two questions: the rule \`${rule}\` tells them apart`
    case 'grey':
      return `open (\`${rule}\`): a miss, unless the policy names a judge and that agrees`
    case 'unfit':
      return `never compared (\`${rule}\`): only an equal request gets its answer`
  }
}

function boundOf({ bucket, bound }: PairExplained): readonly (readonly string[])[] {
  if (bucket === undefined || bound === undefined) return []
  const measured =
    bound >= 1
      ? 'nothing is known of such pairs: they answer nothing'
      : `wrong at most ${showShare(bound)}: they answer where max_error is no less`
  return [['  kind', `${bucket}, ${measured}`]]
}

function flagsOf({ timely, personal }: PairExplained): readonly (readonly string[])[] {
  return [
    ...(timely ? [['  time', 'depends on it: compared where answers are kept for 60s at most']] : []),
    ...(personal ? [['  person', 'speaks of who asks: compared within key or developer only']] : []),
  ]
}

/** What is kept that is nearest to a question, nearest first. */
export function showNear(asked: string, pairs: readonly PairWithEntry[]): string {
  if (pairs.length === 0) return `nothing that is kept there can be compared with ${JSON.stringify(asked)}`
  const rows = pairs.map(({ verdict, rule, score = 0, bound = 1, entry }) => [
    verdict,
    rule,
    score.toFixed(3),
    showShare(bound),
    entry?.id ?? '',
    entry?.text ?? '',
  ])
  return columns([['VERDICT', 'RULE', 'COSINE', 'WRONG AT MOST', 'ENTRY', 'QUESTION'], ...rows])
}
