import type { Framed } from './frames.ts'
import { baseOf, isVerb } from './inflection.ts'
import { tools } from './names.ts'
import { type Word, wordsOf } from './word.ts'

/** What is done the same way whether one asks how or asks for it: not so with writing, explaining, translating. */
const procedural: ReadonlySet<string> = new Set(
  wordsOf(`sort reverse read convert remove delete create merge find get check install add set change update rename copy move open close start stop run kill parse format
  round loop iterate connect send download upload export import replace split join filter count undo revert reset enable disable configure uninstall
  cancel fix print insert concatenate append extract encrypt decrypt compress unzip zip mount deploy build test debug handle block unblock recover restore
  transfer reduce increase improve clear setup backup login logout access save sync share schedule freeze unfreeze hide unhide lock unlock take turn reinstall upgrade
  match validate escape encode decode serialize deserialize flatten group select drop truncate query rollback commit push pull clone checkout stash rebase squash load call
  pass define declare initialize initialise throw catch cast disable mute unmute pair`),
)

const speaking: ReadonlySet<string> = new Set(wordsOf('i we my our you he she they there it if when'))

/** What a question asks that has no form: `reverse a string in Java`, `best time to visit Japan`, `my car makes a noise`. */
export function intentOfBare(words: readonly Word[]): Omit<Framed, 'form'> {
  const [first, second] = words
  if (first === undefined) return { intent: 'bare', words }
  const verb = tools.has(first.key) && second !== undefined ? second : first
  if (isProcedure(verb) && !isOwn(words)) return { intent: 'howto', words }
  if (verb === first && isVerb(first.key)) return { intent: `do ${baseOf(first.key).key}`, words }
  return { intent: speaking.has(first.key) ? 'bare' : 'what', words }
}

/** `Cancel my order` asks for it to be done; `cancel an order`, as typed into a search, how to do it. */
const isOwn = (words: readonly Word[]): boolean =>
  words.some(({ key }) => key === 'my' || key === 'our' || key === 'me')

function isProcedure({ key, kind, article }: Word): boolean {
  if (kind !== 'word' || article !== undefined) return false
  const { key: base, form } = baseOf(key)
  return procedural.has(base) && (form === 'base' || form === 'ing')
}
