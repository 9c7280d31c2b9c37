import { phraseTable } from './phrases.ts'
import { wordsOf } from './word.ts'

/** The best way to do something is how to do it. */
const ways: readonly string[] = wordsOf(
  'best right proper correct recommended standard usual good great preferred',
).map(
  (good) =>
    `${wordsOf('way ways method methods approach technique')
      .map((way) => `${good} ${way}`)
      .join(' | ')} = way`,
)

/** Phrases that say the same in every question: particles belong to their verb, so none of them is dropped. */
export const samePhrases = phraseTable([
  ...ways,
  'turn on | switch on | activate = enable',
  'turn off | switch off | deactivate = disable',
  'turning on | switching on | activating = enabling',
  'turning off | switching off | deactivating = disabling',
  'log in to | log into | log in | sign in to | sign into | sign in | log on to | log on | login to | login = login',
  'logging in to | logging in | logging into | signing in to | signing in | signing into = login',
  'log out of | log out | sign out of | sign out | log off | logout of | logout = logout',
  'sign up for | sign up | register for = register',
  'signing up for | signing up | registering for = register',
  'get rid of = remove',
  'getting rid of = removing',
  'set up = setup',
  'setting up = setup',
  'back up = backup',
  'backing up = backup',
  'loop over | loop through | iterate over | iterate through | go through each = iterate',
  'looping over | looping through | iterating over | iterating through = iterate',
  'check if | check whether | check that | determine if | determine whether | verify that | verify if | verify whether | test if | test whether | see if | see whether | find out if | find out whether | know if | know whether | tell if | tell whether | figure out if = check if',
  'take place = happen',
  'carry out = perform',
  'work out = calculate',
  'cell phone | mobile phone | cellphone | smartphone = phone',
  'cell phones | mobile phones | cellphones | smartphones = phones',
  'customer service | customer support | support team | customer care = customer-support',
  'credit card = credit-card',
  'credit cards = credit-card',
  'date of birth | birth date = birthdate',
  'solar system | our solar system = solar-system',
  'fall asleep = fall-asleep',
  'falling asleep = fall-asleep',
  'lose weight = lose-weight',
  'losing weight = lose-weight',
  'weight loss = lose-weight',
  'around world | all over world | worldwide = in world',
  'not working | not work = not work',
  'stopped working | quit working = stop-working',
  'decimal places | decimals | decimal points = decimal-place',
  'zip code | postal code | postcode = postal-code',
  'phone number | telephone number = phone-number',
  'high school = high-school',
])

/** Words for one thing in every question. What the second is, the first is, and never the one without the other. */
export const sameWords: readonly string[] = [
  'buy purchase',
  'start begin commence',
  'fix repair mend',
  'fast quick quickly rapid rapidly',
  'faster quicker',
  'fastest quickest',
  'big large',
  'bigger larger',
  'biggest largest',
  'easy simple',
  'easier simpler',
  'easiest simplest',
  'film movie',
  'car automobile',
  'doctor physician',
  'child kid',
  'photo photograph pic',
  'bike bicycle',
  'fridge refrigerator',
  'couch sofa',
  'lawyer attorney',
  'tap faucet',
  'leak leaky',
  'show display',
  'get obtain',
  'need require',
  'happen occur',
  'change modify alter',
  'calculate compute',
  'try attempt',
  'cheap inexpensive',
  'expensive costly',
  'directory folder',
  'quit exit',
  'hard difficult',
  'trash garbage rubbish',
  'country nation',
  'reply respond',
  'forbid prohibit',
  'remove eliminate',
  'delete erase',
  'television tv',
  'mom mother mommy',
  'dad father daddy',
  'airplane plane',
  'grandma grandmother',
  'grandpa grandfather',
  'exam examination',
  'ad advertisement',
  'gym gymnasium',
  'lab laboratory',
  'math mathematics',
  'vet veterinarian',
  'annual yearly',
  'bathroom restroom',
  'own possess',
  'stop cease',
  'allow permit',
  'whole entire',
  'teach instruct',
  'sick ill',
  'rich wealthy',
  'frequently often',
  'usually generally',
  'safely safe',
  'legally legal',
  'naturally natural',
  'politely polite',
  'remotely remote',
  'automatically automatic',
  'manually manual',
  'permanently permanent',
  'temporarily temporary',
]

const canonical: ReadonlyMap<string, string> = new Map(
  sameWords.flatMap((row) => {
    const [first = '', ...others] = wordsOf(row)
    return others.map((other) => [other, first] as const)
  }),
)

/** What can be deleted as well as removed: with other things (stains, tumours, apps on a screen) the two differ. */
const deletable: ReadonlySet<string> = new Set(
  wordsOf(`file directory list array item element row column table user duplicate key entry record branch commit account history cookie message email
  email cache dictionary string character line word node index container image volume database package variable environment tuple set whitespace space record
  partition log`),
)

/** The one word for a base and others of its meaning. */
export const wordFor = (key: string): string => canonical.get(key) ?? key

/** Whether `remove` is `delete` among these words. */
export const isDeletable = (keys: readonly string[]): boolean => keys.some((key) => deletable.has(key))
