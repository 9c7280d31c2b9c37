import type { Pair } from './pairs.ts'

/** A question with one hole; two fillings of the hole make two questions that nobody may take for one. */
interface TrapRow {
  readonly kind: string
  readonly forms: readonly string[]
  /** Each against the next, and the last against the first. */
  readonly fillings: readonly string[]
}

/** A question with two holes; the fillings change places. */
interface SwapRow {
  readonly forms: readonly string[]
  readonly fillings: readonly (readonly [string, string])[]
}

const half = {
  development: {
    traps: [
      {
        kind: 'numbers',
        forms: [
          'How do I print the first {} prime numbers?',
          'Give me {} ideas for a birthday party',
          'How many minutes are in {} hours?',
          'Can I retire at {}?',
        ],
        fillings: ['7', '12', '70', 'twenty', '45'],
      },
      {
        kind: 'units',
        forms: ['Is 30 {} a lot for a beginner?', 'How long is 90 {}?', 'Convert 12 {} to the metric system'],
        fillings: ['miles', 'feet', 'inches', 'yards', 'pounds'],
      },
      {
        kind: 'dates',
        forms: [
          'What should I plant in {}?',
          'Which holidays fall in {}?',
          'Is {} a good time to visit Norway?',
        ],
        fillings: ['May', 'June', 'October', 'December', 'spring'],
      },
      {
        kind: 'entities',
        forms: [
          'How do I read a text file in {}?',
          'What is a good linter for {}?',
          'How do I start a thread in {}?',
          'Is {} still worth learning?',
        ],
        fillings: ['Python', 'Java', 'JavaScript', 'Go', 'C', 'C++', 'C#', 'Ruby'],
      },
      {
        kind: 'entities',
        forms: [
          'What is the capital of {}?',
          'Do I need a visa for {}?',
          'What do people eat for breakfast in {}?',
        ],
        fillings: ['Poland', 'Peru', 'Japan', 'Kenya', 'Iran', 'Iraq', 'Chile'],
      },
      {
        kind: 'entities',
        forms: ['Can dogs eat {}?', 'How do I store {}?', 'How many calories are in {}?'],
        fillings: ['apples', 'onions', 'carrots', 'bread', 'cheese', 'salmon'],
      },
      {
        kind: 'entities',
        forms: ['How do I install Postgres on {}?', 'Where does {} keep its log files?'],
        fillings: ['Ubuntu', 'Windows', 'macOS', 'Debian', 'Alpine'],
      },
      {
        kind: 'antonyms',
        forms: ['How do I {} notifications on my phone?', 'Where can I {} two-factor authentication?'],
        fillings: ['enable', 'disable'],
      },
      {
        kind: 'antonyms',
        forms: ['How can I {} my heart rate?', 'What would {} demand for oil?'],
        fillings: ['increase', 'decrease'],
      },
      {
        kind: 'antonyms',
        forms: ['What is the {} temperature on Mars?', 'What is the {} wage in Spain?'],
        fillings: ['maximum', 'minimum', 'average'],
      },
      {
        kind: 'negation',
        forms: [
          'Which vitamins {} stored in fat?',
          'Why {} cats allowed in the hospital?',
          'Which planets {} visible tonight?',
        ],
        fillings: ['are', 'are not'],
      },
      {
        kind: 'quantifiers',
        forms: ['Do {} birds migrate in winter?', 'Are {} snakes in Ireland venomous?'],
        fillings: ['all', 'some', 'most', 'no', 'only'],
      },
      {
        kind: 'modality',
        forms: ['{} I give my baby honey?', '{} tenants change the locks?'],
        fillings: ['Can', 'Should', 'Must'],
      },
      {
        kind: 'intent',
        forms: ['{} people keep bees?', '{} glaciers move?'],
        fillings: ['Why do', 'How do', 'When do', 'Where do', 'Do'],
      },
      {
        kind: 'identifiers',
        forms: ['What does git {} do?', 'When should I use git {}?'],
        fillings: [
          'rebase --onto',
          'rebase -i',
          'merge --squash',
          'merge --no-ff',
          'push --force',
          'push --tags',
        ],
      },
      {
        kind: 'identifiers',
        forms: ['How do I upgrade to version {}?', 'What changed in {}?'],
        fillings: ['3.9', '3.10', '3.11.2', 'v4', 'v4.1'],
      },
      {
        kind: 'comparatives',
        forms: ['What is the {} bridge in Europe?', 'Where is the {} lake in Canada?'],
        fillings: ['longest', 'oldest', 'second longest', 'widest'],
      },
      {
        kind: 'tense',
        forms: ['{} the factory profitable?', 'Why {} the bridge closed?'],
        fillings: ['is', 'was', 'will be'],
      },
      {
        kind: 'word',
        forms: ['How do I get {} debt?', 'How do I get {} the army?'],
        fillings: ['out of', 'into', 'around'],
      },
      {
        kind: 'quoted',
        forms: ['What does "{}" mean?', 'Translate "{}" into Greek'],
        fillings: ['see you later', 'see you soon', 'good luck', 'good night'],
      },
    ],
    swaps: [
      {
        forms: ['How do I convert {} to {}?', 'Is it easy to switch from {} to {}?'],
        fillings: [
          ['JSON', 'YAML'],
          ['grams', 'ounces'],
          ['a float', 'a string'],
          ['PNG', 'JPEG'],
        ],
      },
      {
        forms: ['Is {} better than {}?', 'Why did {} attack {}?', 'Does {} import wine from {}?'],
        fillings: [
          ['Spain', 'France'],
          ['Athens', 'Sparta'],
          ['Chile', 'Peru'],
        ],
      },
      {
        forms: ['How do I fly from {} to {}?', 'What is {} minus {}?'],
        fillings: [
          ['Oslo', 'Rome'],
          ['40', '15'],
          ['a dozen', 'five'],
        ],
      },
    ],
    questions: [
      'How do I merge two PDF files on a Mac?',
      'What is the tallest building in Chicago?',
      'Why do onions make people cry?',
      'How can I stop hiccups?',
      'What is the difference between a crocodile and an alligator?',
      'How many players are on a soccer team?',
      'Who composed The Four Seasons?',
      'When did the Soviet Union collapse?',
      'How do I rename a column in pandas?',
      'What does chmod do in Linux?',
      'How long does paint take to dry?',
      'Where do penguins live?',
    ],
  },
  'held-out': {
    traps: [
      {
        kind: 'numbers',
        forms: [
          'Name {} countries that border Germany',
          'Is {} hours of sleep enough?',
          'Write a summary in {} sentences',
          'What is the factorial of {}?',
        ],
        fillings: ['3', '6', '9', 'eleven', '16'],
      },
      {
        kind: 'units',
        forms: ['How heavy is 25 {} of water?', 'Is a 40 {} limit normal?', 'How many cups are in 3 {}?'],
        fillings: ['liters', 'gallons', 'pints', 'quarts', 'ounces'],
      },
      {
        kind: 'dates',
        forms: [
          'What happened in {} in the stock market?',
          'Are flights cheaper in {}?',
          'How cold does Berlin get in {}?',
        ],
        fillings: ['January', 'February', 'September', 'November', 'winter'],
      },
      {
        kind: 'entities',
        forms: [
          'How do I concatenate strings in {}?',
          'Which web framework should I pick for {}?',
          'How do I write a unit test in {}?',
        ],
        fillings: ['Rust', 'Kotlin', 'Swift', 'PHP', 'TypeScript', 'Perl', 'Scala', 'R'],
      },
      {
        kind: 'entities',
        forms: [
          'Who is the prime minister of {}?',
          'What is the voting age in {}?',
          'How safe is {} for tourists?',
        ],
        fillings: ['Norway', 'Italy', 'India', 'Niger', 'Nigeria', 'Ghana', 'Egypt'],
      },
      {
        kind: 'entities',
        forms: ['How do I grow {} indoors?', 'Are {} good for digestion?', 'What is a good wine with {}?'],
        fillings: ['tomatoes', 'potatoes', 'beans', 'mushrooms', 'chickpeas', 'lentils'],
      },
      {
        kind: 'entities',
        forms: ['How do I import data into {}?', 'Does {} support transactions?'],
        fillings: ['MySQL', 'MongoDB', 'Redis', 'Cassandra', 'Oracle'],
      },
      {
        kind: 'antonyms',
        forms: ['How do I {} a device to my account?', 'Can I {} people in a group chat?'],
        fillings: ['add', 'remove'],
      },
      {
        kind: 'antonyms',
        forms: ['Do {} interest rates help savers?', 'Are {} taxes good for growth?'],
        fillings: ['higher', 'lower'],
      },
      {
        kind: 'antonyms',
        forms: ['Which animals hunt during the {}?', 'Is it safe to run during the {}?'],
        fillings: ['day', 'night'],
      },
      {
        kind: 'negation',
        forms: [
          'Which medicines {} be taken with milk?',
          'When {} I use a VPN?',
          'What {} be put in the dishwasher?',
        ],
        fillings: ['should', 'should not'],
      },
      {
        kind: 'quantifiers',
        forms: ['Can {} lawyers work abroad?', 'Do {} metals rust?'],
        fillings: ['all', 'some', 'most', 'only', 'few'],
      },
      {
        kind: 'modality',
        forms: ['{} drivers stop at a yellow light?', '{} we publish the salaries?'],
        fillings: ['Can', 'Should', 'Must', 'May'],
      },
      {
        kind: 'intent',
        forms: ['{} volcanoes erupt?', '{} whales sing?'],
        fillings: ['Why do', 'How do', 'When do', 'Where do', 'Do'],
      },
      {
        kind: 'identifiers',
        forms: ['What does docker {} do?', 'Is docker {} safe to use?'],
        fillings: ['run -d', 'run -it', 'system prune', 'system df', 'compose up', 'compose down'],
      },
      {
        kind: 'identifiers',
        forms: ['Is {} still supported?', 'How do I roll back to {}?'],
        fillings: ['16.04', '18.04', '22.04.1', 'v2', 'v2.3'],
      },
      {
        kind: 'comparatives',
        forms: ['Who is the {} player in the league?', 'Which is the {} car of the year?'],
        fillings: ['best', 'worst', 'second best', 'most expensive', 'least expensive'],
      },
      {
        kind: 'tense',
        forms: ['{} the river polluted?', 'How {} the museum funded?'],
        fillings: ['is', 'was', 'will be'],
      },
      {
        kind: 'word',
        forms: ['How do I put {} weight?', 'How do I put {} a fire?'],
        fillings: ['on', 'out', 'off'],
      },
      {
        kind: 'quoted',
        forms: ['Who sang "{}"?', 'Use "{}" in a sentence'],
        fillings: ['over the rainbow', 'over the hills', 'under pressure', 'under the bridge'],
      },
    ],
    swaps: [
      {
        forms: ['How do I turn {} into {}?', 'Can I migrate from {} to {}?'],
        fillings: [
          ['CSV', 'XML'],
          ['liters', 'gallons'],
          ['a tuple', 'a set'],
          ['Jenkins', 'CircleCI'],
        ],
      },
      {
        forms: ['Is {} richer than {}?', 'Did {} lose to {}?', 'Does {} buy gas from {}?'],
        fillings: [
          ['Norway', 'Sweden'],
          ['Italy', 'Croatia'],
          ['Kenya', 'Uganda'],
        ],
      },
      {
        forms: ['How long is the drive from {} to {}?', 'How much is {} divided by {}?'],
        fillings: [
          ['Boston', 'Miami'],
          ['81', '9'],
          ['a million', 'fifty'],
        ],
      },
    ],
    questions: [
      'How do I remove a virus from my laptop?',
      'What is the smallest country in the world?',
      'Why do cats knead blankets?',
      'How can I sleep better?',
      'What is the difference between baking soda and baking powder?',
      'How many bones are in the human body?',
      'Who discovered gravity?',
      'When did humans first use fire?',
      'How do I drop a table in Postgres?',
      'What does grep do in Unix?',
      'How long do lithium batteries last?',
      'Where do olives grow?',
    ],
  },
} as const satisfies Record<
  'development' | 'held-out',
  {
    readonly traps: readonly TrapRow[]
    readonly swaps: readonly SwapRow[]
    readonly questions: readonly string[]
  }
>

/** The pairs that rules make for one half. The halves share no question. */
export function pairsByRule(name: 'development' | 'held-out'): readonly Pair[] {
  const { traps, swaps, questions } = half[name]
  return [...traps.flatMap(trapsOf), ...swaps.flatMap(swapsOf), ...questions.flatMap(sameOf)]
}

function trapsOf({ kind, forms, fillings }: TrapRow): readonly Pair[] {
  return forms.flatMap((form) =>
    neighbours(fillings).map(([a, b]): Pair => ({
      should: 'miss',
      kind,
      asked: fill(form, [a]),
      kept: fill(form, [b]),
    })),
  )
}

const swapsOf = ({ forms, fillings }: SwapRow): readonly Pair[] =>
  forms.flatMap((form) =>
    fillings.map(([a, b]): Pair => ({
      should: 'miss',
      kind: 'direction',
      asked: fill(form, [a, b]),
      kept: fill(form, [b, a]),
    })),
  )

/** What people put around a question, and what keyboards do to it: nothing of it asks for another answer. */
export const dresses: readonly ((question: string) => string)[] = [
  (question) => question.toLowerCase().replace('?', ''),
  (question) => `${question.replace('?', '')} please?`,
  (question) => `Hi, I have a question: ${question} Thanks!`,
  (question) =>
    question
      .replace(/^What is/, "What's")
      .replace(/^How do I/, 'How can I')
      .replace(/^Who /, 'who '),
  (question) => `  ${question.replaceAll(' ', '  ')}??`,
]

const sameOf = (question: string): readonly Pair[] =>
  dresses
    .map((dress): Pair => ({ should: 'hit', kind: 'dress', asked: dress(question), kept: question }))
    .filter(({ asked, kept }) => asked !== kept)

const neighbours = <T>(values: readonly T[]): readonly (readonly [T, T])[] =>
  values.length === 2
    ? [[values[0]!, values[1]!]]
    : values.map((value, at) => [value, values[(at + 1) % values.length]!] as const)

const fill = (form: string, words: readonly string[]): string =>
  words.reduce((text, word) => text.replace('{}', word), form)
