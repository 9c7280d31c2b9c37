import { type Word, wordsOf } from './word.ts'

const timelyWords: ReadonlySet<string> = new Set(
  wordsOf(`today today's tonight tomorrow tomorrow's yesterday yesterday's now nowadays currently current latest newest recent recently upcoming
  still yet ago breaking trending live weather forecast news headline headlines score scores stock stocks price prices bitcoin ethereum
  traffic`),
)
const timelyAfter: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ['this', 'next', 'last', 'past', 'coming', 'current'].map((word) => [
    word,
    new Set(
      wordsOf(
        'year month week morning afternoon evening weekend summer winter spring autumn fall night day days weeks months years season quarter minute hour',
      ),
    ),
  ]),
)

/** Whether the answer depends on when it is asked. Too many are called so rather than too few. */
export const isTimely = (words: readonly Word[]): boolean =>
  words.some(
    ({ key, kind }, at) =>
      kind === 'word' &&
      (timelyWords.has(key) ||
        (timelyAfter.get(key)?.has(words[at + 1]?.key ?? '') ?? false) ||
        (key === 'time' && words[at + 1]?.key === 'is' && words[at + 2]?.key === 'it') ||
        (key === 'who' &&
          words[at + 1]?.key === 'is' &&
          words.slice(at + 2, at + 5).some((word) => office.has(word.key)))),
  )

/** Offices change hands. */
const office: ReadonlySet<string> = new Set(
  wordsOf('president ceo king queen chancellor minister mayor governor pope champion chairman'),
)

const possessive: ReadonlySet<string> = new Set(wordsOf('my mine our ours'))
const accounts: ReadonlySet<string> = new Set(
  wordsOf(`account accounts balance bill bills invoice invoices order orders package parcel delivery shipment subscription subscriptions payment payments card cards
  transfer transfers transaction transactions refund refunds booking reservation flight ticket tickets plan usage quota limit profile address email username password pin
  name birthday history contract policy claim claims salary payslip paycheck loan mortgage deposit membership points rewards appointment
  appointments calendar inbox messages files documents device devices statement statements data settings company team organization project projects wallet
  order's account's`),
)
/** Questions about oneself that only a record answers. */
const status =
  /^(?:(?:am|was|were) i\b|(?:did|do|have|has) i (?:have|get|pay|owe|receive|already|been|still)\b|(?:when|where|why|how much|how many)(?: \w+)? (?:is|are|was|were|will|did|do|am|has|have) (?:my|our|i)\b|what(?:'s| is| are| was| were) (?:my|our)\b|who am i\b|i (?:was|am|have|haven't|did|didn't|still|cannot|can't|ordered|paid|sent|received)\b)/

/** Whether the answer depends on who asks. */
export function isPersonal(words: readonly Word[]): boolean {
  const owned = words.some(
    ({ key }, at) =>
      possessive.has(key) && words.slice(at + 1, at + 4).some((word) => accounts.has(word.key)),
  )
  const text = words.map(({ key }) => key).join(' ')
  return (owned && !isProcedure(words)) || status.test(text)
}

/** How to change one's password is the same for everyone. */
const isProcedure = ([first, second]: readonly Word[]): boolean =>
  first?.key === 'how' && /^(?:do|can|to|could|should|would)$/.test(second?.key ?? '')
