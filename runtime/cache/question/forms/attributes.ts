import type { FrameRow } from '../frames.ts'

/** An attribute, and other ways to ask for it: `$1` is what has it. */
const attributes: readonly (readonly [attribute: string, ...forms: string[]])[] = [
  ['height', 'how (tall|high) (is|are) *', 'what is height of *'],
  ['age', 'how old (is|are) *', 'what is age of *'],
  ['depth', 'how deep (is|are) *'],
  ['weight', 'how (heavy) (is|are) *', 'how much {do} * weigh'],
  ['speed', 'how fast (is|are) *', 'what is velocity of *'],
  [
    'price',
    'how much {do} * cost',
    'how much (is|are) *',
    'what is (cost|price) of *',
    '(cost|price) of *',
    'how expensive (is|are) *',
    'what does * cost',
    'what {do} it cost to *',
    'how much {do} it cost to *',
    'how much would it cost to *',
  ],
  [
    'population',
    'how many people live in *',
    'how many (people|inhabitants) (are there|are) in *',
    'how many (inhabitants|people) does * have',
    'number of people in *',
  ],
  [
    'lifespan',
    'how long {do} * live',
    'how long can * live',
    'what is (life expectancy) of *',
    'life expectancy of *',
  ],
  [
    'author',
    'who (wrote|authored) *',
    'who {be} (author|writer) of *',
    'who {be} * written by',
    'by whom was * written',
  ],
  ['painter', 'who painted *', 'who {be} painter of *', 'who was * painted by'],
  ['composer', 'who composed *', 'who {be} composer of *'],
  ['director', 'who directed *', 'who {be} director of *', 'who was * directed by'],
  ['inventor', 'who invented *', 'who {be} inventor of *', 'who was * invented by', 'who came up with *'],
  ['discoverer', 'who discovered *', 'who {be} discoverer of *', 'who was * discovered by'],
  ['founder', 'who founded *', 'who {be} founder of *', 'who was * founded by', 'who started company *'],
  [
    'birthdate',
    'when {be} * born',
    'what (is|was) (date of birth|birth date|birthdate|birthday) of *',
    'when is * birthday',
    'what (is|was) birthday of *',
    'when was birthday of *',
  ],
  [
    'birthplace',
    'where {be} * born',
    'what (is|was) (birthplace|place of birth) of *',
    'in (what|which) (city|town|place|country) was * born',
  ],
  [
    'location',
    'where (is|are) * (located|situated|found)',
    'where (is|are) *',
    'what is location of *',
    'where can * be found',
    'where can (i|we|one) find *',
    'location of *',
    'where do (i|we|one) find *',
    'where does * lie',
  ],
  [
    'currency',
    '(what|which) currency {do} * (use|have)',
    'what (is|are) currency (of|in|used in) *',
    '(what|which) currency is used in *',
    'currency of *',
    'what money {do} * use',
  ],
  [
    'languages',
    '(what|which) (language|languages) (is|are) spoken in *',
    '(what|which) (language|languages) do (people|they|you|locals) speak in *',
  ],
  [
    'timezone',
    '(what|which) timezone (is|are) * (in|on)',
    '(what|which) timezone {do} * (use|have)',
    'what is timezone (of|in|for) *',
    'timezone of *',
  ],
  [
    'boiling-point',
    'at what temperature {do} * boil',
    'what is boiling (point|temperature) of *',
    'what temperature {do} * boil (at|)',
    'boiling point of *',
  ],
  [
    'freezing-point',
    'at what temperature {do} * freeze',
    'what is freezing (point|temperature) of *',
    'what temperature {do} * freeze (at|)',
    'freezing point of *',
  ],
  [
    'melting-point',
    'at what temperature {do} * melt',
    'what is melting (point|temperature) of *',
    'what temperature {do} * melt (at|)',
    'melting point of *',
  ],
  [
    'symptoms',
    'what (is|are) (symptom|symptoms|signs and symptoms) (of|for) *',
    'what (is|are) * symptoms',
    '(symptom|symptoms) of *',
    'what symptoms {do} * (have|cause)',
  ],
  [
    'side-effects',
    'what (is|are) (side effect|side effects|adverse effects) (of|from|with) *',
    'what side effects {do} * (have|cause)',
    'side effects of *',
    'what are side effects (of taking|when taking) *',
    '{do} * have (any|) side effects',
  ],
  [
    'ingredients',
    'what (is|are) (ingredient|ingredients) (of|in|for) *',
    'what ingredients (are|go|are used) in *',
    'ingredients (of|in|for) *',
    'what {be} * made (of|from|out of)',
    'what ingredients do {i} need (for|to make) *',
    'what goes into *',
  ],
  [
    'calories',
    'how many calories (are there|are) in *',
    'how many calories {do} * (have|contain)',
    'how many calories in *',
    'what is calorie (count|content) of *',
    'calories in *',
    'number of calories in *',
  ],
  [
    'spelling',
    'how do {i} spell *',
    'how to spell *',
    'how {be} * spelled',
    '(what is|) (correct|right|proper) (spelling|way to spell) (of|) *',
    'what is spelling of *',
    'spelling of *',
  ],
  [
    'pronunciation',
    'how do {i} pronounce *',
    'how to pronounce *',
    'how {be} * pronounced',
    '(what is|) (correct|right|proper) pronunciation of *',
    'what is pronunciation of *',
    'pronunciation of *',
    'what is (correct|right|proper) way to pronounce *',
  ],
  [
    'opposite',
    'what (is|are) (opposite|antonym|antonyms) (of|for) *',
    '(opposite|antonym|antonyms) (of|for) *',
  ],
  [
    'synonyms',
    'what (is|are) (synonym|synonyms) (of|for) *',
    '(give|) (synonym|synonyms) (of|for) *',
    'what (is|are) another word for *',
    'another word for *',
    'what are some synonyms for *',
    'what are other words for *',
  ],
  [
    'summary',
    'summarize *',
    '(give|write) (short|brief|) summary of *',
    'summary of *',
    'what is summary of *',
  ],
  [
    'recipe',
    '(what is|) recipe for *',
    '(give|share) (good|) recipe for *',
    'do you have (good|) recipe for *',
    'what is (good|) recipe for *',
  ],
  [
    'substitute',
    'what (is|are) (some|) (good|) (substitute|substitutes|replacement|alternative) for *',
    'what (can|could|should) {i} (use|substitute) (instead of|in place of) *',
    'what (can|could) {i} (substitute|replace) * with',
    '(substitute|substitutes) for *',
    'what (can|could) {i} substitute for *',
    'what can replace *',
  ],
  [
    'examples',
    '(give|show) (example|examples|some examples|few examples) of *',
    'what (is|are) (some|good|) (example|examples) of *',
    '(example|examples) of *',
  ],
  ['status', 'what is status of *', 'status of *'],
  ['formula', 'what is formula (for|of) *', 'formula (for|of) *'],
  [
    'requirements',
    'what (is|are) requirements (for|of) *',
    'requirements (for|of) *',
    'what {be} required for *',
    'what do (i|we|one) need for *',
  ],
  [
    'benefits',
    'what (is|are) (some|) (advantage|advantages|benefit|benefits|pros|upsides|perks) of *',
    '(advantage|advantages|benefits|pros|upsides|perks) of *',
    'what advantages {do} * have',
    'what benefits {do} * have',
  ],
  [
    'drawbacks',
    'what (is|are) (some|) (disadvantage|disadvantages|drawback|drawbacks|cons|downsides|downside) of *',
    '(disadvantages|drawbacks|cons|downsides) of *',
    'what disadvantages {do} * have',
  ],
  [
    'pros-and-cons',
    'what (is|are) (pros and cons|advantages and disadvantages|benefits and drawbacks|upsides and downsides|benefits and disadvantages) of *',
    '(pros and cons|advantages and disadvantages|benefits and drawbacks) of *',
    '(list|explain|give) (pros and cons|advantages and disadvantages|benefits and drawbacks) of *',
    'what are advantages and drawbacks of *',
  ],
]

/** Attributes that nothing can change any more: asked in any tense. */
const settled: ReadonlySet<string> = new Set([
  'author',
  'painter',
  'composer',
  'director',
  'inventor',
  'discoverer',
  'founder',
  'birthdate',
  'birthplace',
])

/** Good and bad of a thing, which is not good and bad for it. */
const weighed: ReadonlySet<string> = new Set(['benefits', 'drawbacks', 'pros-and-cons'])

/** What the attribute's forms make one. */
const rowOf = ([attribute, ...forms]: (typeof attributes)[number]): FrameRow => ({
  intent: settled.has(attribute) ? 'fact' : 'what',
  meaning: `The ${attribute.replaceAll('-', ' ')} of something.`,
  example: [exampleOf(forms[0]!), exampleOf(forms[1] ?? `what is ${attribute.replaceAll('-', ' ')} of *`)],
  forms: [
    ...forms,
    `what {be} ${attribute.replaceAll('-', ' ')} ${weighed.has(attribute) ? 'of' : '(of|for)'} *`,
    `who {be} ${attribute} of *`,
  ].map((form) => `${form} => ${attribute} of $1`),
})

/** The first way through a form. */
const exampleOf = (form: string): string =>
  form
    .replaceAll(/\(([^|)]*)[^)]*\)/g, '$1')
    .replaceAll('{do}', 'does')
    .replaceAll('{be}', 'is')
    .replaceAll('{i}', 'I')
    .replaceAll(/\s+/g, ' ')
    .replace('*', 'Atlantis')
    .trim()

/** Ways to ask for one attribute of a thing. */
export const attributeForms: readonly FrameRow[] = attributes.map(rowOf)
