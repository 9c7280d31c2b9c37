import { irregularVerbs, notOfVerbs, regularVerbs } from './verbs.ts'
import { wordsOf } from './word.ts'

/** A word's base and what its form says beside it. */
export interface Base {
  readonly key: string
  readonly form: 'base' | 'plural' | 'ing' | 'past'
}

/** Verbs of several syllables that double their last letter. */
const doubling: ReadonlySet<string> = new Set(
  wordsOf(`admit begin cancel commit control debug equip forget format label log model occur permit prefer program refer regret
  reset submit transfer travel unclog unplug unzip upset input output`),
)

const doubles = (verb: string): boolean =>
  doubling.has(verb) || (/^[^aeiou]*[aeiou][bdgklmnprtvz]$/.test(verb) && !verb.endsWith('ee'))

function formsOf(verb: string): readonly (readonly [string, Base['form']])[] {
  const stem = verb.endsWith('e') && !/(?:ee|oe|ye)$/.test(verb) ? verb.slice(0, -1) : verb
  const double = `${verb}${verb.at(-1)!}`
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
  const ing = verb.endsWith('ie') ? `${verb.slice(0, -2)}ying` : `${stem}ing`
  const regular = [
    [ing, 'ing'],
    [past, 'past'],
  ] as const
  const doubled = [
    [`${double}ing`, 'ing'],
    [`${double}ed`, 'past'],
  ] as const
  if (!doubles(verb)) return regular
  return doubling.has(verb) ? [...regular, ...doubled] : doubled // planing is of planes, planning of plans
}

function verbForms(): ReadonlyMap<string, Base> {
  const forms = new Map<string, Base>()
  const note = (form: string, base: Base): void => {
    if (!forms.has(form)) forms.set(form, base)
  }
  const irregular = irregularVerbs.map(wordsOf)
  for (const [verb = ''] of irregular) note(verb, { key: verb, form: 'base' })
  for (const verb of regularVerbs) note(verb, { key: verb, form: 'base' })
  for (const [verb = '', ...past] of irregular)
    for (const form of past) note(form, { key: verb, form: 'past' })
  const bases = [...irregular.map(([verb = '']) => verb), ...regularVerbs]
  for (const verb of bases) for (const [form, kind] of formsOf(verb)) note(form, { key: verb, form: kind })
  return forms
}

const verbs = verbForms()

/** The verb of a form in -ing, also of one that has a life of its own; any other word as it is. */
export const verbOf = (key: string): string => (verbs.get(key)?.form === 'ing' ? verbs.get(key)!.key : key)

/** Whether a word is a verb in its base form. */
export const isVerb = (key: string): boolean => verbs.get(key)?.form === 'base'

const irregularPlurals: ReadonlyMap<string, string> = new Map(
  `children child, men man, women woman, people person, feet foot, teeth tooth, mice mouse, geese goose, wives wife, knives knife, lives life,
  leaves leaf, loaves loaf, halves half, wolves wolf, shelves shelf, thieves thief, selves self, indices index, matrices matrix,
  vertices vertex, analyses analysis, crises crisis, theses thesis, hypotheses hypothesis, diagnoses diagnosis, criteria criterion, phenomena
  phenomenon, bacteria bacterium, caches cache, headaches headache, aches ache, buses bus, viruses virus, bonuses bonus, statuses status,
  gases gas, lenses lens, campuses campus, quizzes quiz, shoes shoe, toes toe, movies movie, cookies cookie, pies pie, ties tie, selfies
  selfie, calories calorie, zombies zombie, brownies brownie, smoothies smoothie, hoodies hoodie, menus menu, taxis taxi, axes axis,
  octopuses octopus, cacti cactus, fungi fungus, dies die, lies lie, does do, goes go, has have, tomatoes tomato, potatoes potato`
    .split(',')
    .map((pair) => wordsOf(pair) as readonly [string, string]),
)

/** Words that end in s and are one thing. */
const singular: ReadonlySet<string> = new Set(
  wordsOf(`always analytics across afterwards alas alias aliases athletics atlas aws backwards besides bias canvas chaos christmas
  chess cosmos css customs dns economics electronics ethics forwards gas glasses goods gps graphics headquarters his https ios its jeans js kansas
  kubernetes las lens less linguistics logistics macos mathematics maths means minus news os pandas pants paris perhaps physics
  plus politics postgres pyjamas redis series sms sometimes species statistics texas this thus towards unless upwards us uranus versus vs
  was windows yes clothes damages manners goods woods premises remains spirits aids arms diabetes rabies scissors thanks tls ssl access address process business less loss class glass grass`),
)

/** The base of a word in small letters. Words that no list knows lose no more than the s of a plural. */
export function baseOf(key: string): Base {
  const verb = verbs.get(key)
  if (verb !== undefined && (verb.form === 'base' || !notOfVerbs.has(key))) return verb
  if (notOfVerbs.has(key) || singular.has(key)) return { key, form: 'base' }
  const plural = irregularPlurals.get(key) ?? withoutS(key)
  return plural === undefined ? { key, form: 'base' } : { key: plural, form: 'plural' }
}

function withoutS(key: string): string | undefined {
  if (key.length < 4 || !/^[a-z-]+s$/.test(key) || /(?:ss|us|is|as|os)$/.test(key)) return regularOdd(key)
  if (/[^aeiou]ies$/.test(key)) return `${key.slice(0, -3)}y`
  return /(?:[sx]|ch|sh)es$/.test(key) && !/[^s]ses$/.test(key) ? key.slice(0, -2) : key.slice(0, -1)
}

/** Plurals with an ending that is mostly of one thing: photos, ideas. */
const regularOdd = (key: string): string | undefined =>
  /^(?:photo|video|idea|piano|kilo|logo|radio|studio|memo|demo|repo|taco|burrito|pizza|banana|camera|agenda|formula|drama|area|sofa|visa|tortilla|zebra|extra|quota|schema|lambda|macro|emoji|ratio|scenario|portfolio|zoo|kangaroo|tattoo|api|url|gpu|cpu)s$/.test(
    key,
  )
    ? key.slice(0, -1)
    : undefined
