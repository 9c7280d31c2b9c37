import { tongues } from '../names.ts'
import { wordsOf } from '../word.ts'

/** Words that forms treat alike, by the name that stands in braces. */
export const classes: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['{i}', wordsOf('i we you one')],
  ['{be}', wordsOf('is are was were')],
  ['{do}', wordsOf('do does did')],
  ['{can}', wordsOf('can could do would should might may')],
  ['{will}', wordsOf('can could would will')],
  ['{okay}', wordsOf('okay fine alright acceptable allowed permitted permissible')],
  ['{way}', wordsOf('way ways method methods approach procedure process technique steps')],
  ['{tongue}', tongues],
  [
    '{text}',
    wordsOf(`essay poem story song letter email haiku sonnet limerick speech article paragraph report resume cv-text function script
    program query regex class method code tweet caption slogan headline title joke review post description plan itinerary`),
  ],
  [
    '{verb}',
    wordsOf(`write compose draft create generate make list name suggest recommend explain describe define summarize translate convert
    calculate compute compare give show tell help provide find solve teach proofread rewrite rephrase implement`),
  ],
])
