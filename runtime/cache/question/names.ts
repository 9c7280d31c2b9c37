import { phraseTable } from './phrases.ts'

const lines = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Other names of one thing. */
const sameNames: readonly string[] = [
  'united states of america | united states | u.s.a | u.s | us-of-a | america = usa',
  'united kingdom | u.k | great britain = uk',
  'united nations | u.n = un',
  'european union | e.u = eu',
  'new york city = nyc',
  'los angeles = la-city',
  'united arab emirates = uae',
  'artificial intelligence | a.i = ai',
  'machine learning = ml',
  'natural language processing = nlp',
  'large language model = llm',
  'large language models = llms',
  'js | java script = javascript',
  'ts | type script = typescript',
  'golang | go lang | go language = golang',
  'c sharp | csharp = c#',
  'cpp | c plus plus = c++',
  'node.js | nodejs | node js = node',
  'react.js | reactjs | react js = react',
  'vue.js | vuejs | vue js = vue',
  'next.js | nextjs | next js = next.js',
  'express.js | expressjs = express',
  'postgres | psql | postgre | postgre sql = postgresql',
  'mongo | mongo db = mongodb',
  'my sql = mysql',
  'k8s | k8 = kubernetes',
  'ms word | microsoft word = word-app',
  'ms excel | microsoft excel = excel',
  'sql server | ms sql | mssql = mssql',
  'google chrome | chrome browser = chrome',
  'mozilla firefox = firefox',
  'mac os x | mac os | os x | macos | osx = macos',
  'mac osx = macos',
  'amazon web services = aws',
  'google cloud platform | google cloud = gcp',
  'microsoft azure = azure',
  'visual studio code | vs code | vscode = vscode',
  'regular expression | regexp = regex',
  'regular expressions | regexps | regexes = regexes',
  'repository | repo = repo',
  'repositories | repos = repos',
  'db = database',
  'dbs = databases',
  'dict = dictionary',
  'dicts = dictionaries',
  'env var | env variable | environment var = environment variable',
  'env vars | env variables = environment variables',
  'int = integer',
  'ints = integers',
  'bool = boolean',
  'str = string',
  'config = configuration',
  'configs = configurations',
  'app = application',
  'apps = applications',
  'admin = administrator',
  'dir = directory',
  'info = information',
  'docs = documentation',
  'async/await = async await',
  'tv = television',
  'tvs = televisions',
  'resume | curriculum vitae | cv = cv-text',
  'résumé = cv-text',
  'invite = invitation',
  'meeting invite = meeting invitation',
  'second world war | world war two | world war ii | world war 2 | wwii | ww2 | ww ii | ww 2 = ww2',
  'first world war | world war one | world war i | world war 1 | wwi | ww1 | ww i | ww 1 = ww1',
  'covid 19 | covid-19 | coronavirus = covid',
  'vitamin c = vitamin-c',
  'type one diabetes | type 1 diabetes = diabetes-1',
  'type two diabetes | type 2 diabetes = diabetes-2',
]

/** Brings each name to one spelling. */
export const nameAlike = phraseTable(sameNames)

/** What work is done in, with or on: where it stands in a question does not change the question. */
export const tools: ReadonlySet<string> = new Set(
  lines(`
  python, java, javascript, typescript, c#, c++, ruby, php, perl, kotlin, scala, golang, haskell, clojure, elixir, erlang, fortran, cobol, matlab, lua,
  bash, zsh, powershell, awk, sed, sql, mysql, postgresql, sqlite, mssql, oracle, mongodb, redis, cassandra, elasticsearch, css, html, sass, tailwind,
  react, vue, angular, angularjs, svelte, node, next.js, django, flask, fastapi, rails, laravel, pandas, numpy, polars, pytorch, tensorflow, jquery,
  git, github, gitlab, docker, kubernetes, kubectl, terraform, ansible, jenkins, nginx, apache, npm, yarn, pip, maven, gradle, webpack, vite, vim, emacs, nano, vscode, intellij,
  linux, unix, ubuntu, debian, fedora, centos, windows, macos, mac, android, ios, iphone, ipad, excel, powerpoint, outlook, gmail, slack, photoshop, figma,
  chrome, firefox, aws, azure, gcp, latex, markdown, wordpress, shopify, whatsapp, instagram, facebook, youtube, spotify, zoom, r-language, c-language, swift-language, rust-language, dart-language`),
)

/** Names that are words, too: tools only where they are written as names. */
export const writtenNames: ReadonlyMap<string, string> = new Map([
  ['go', 'golang'],
  ['r', 'r-language'],
  ['c', 'c-language'],
  ['swift', 'swift-language'],
  ['rust', 'rust-language'],
  ['dart', 'dart-language'],
  ['us', 'usa'],
  ['it', 'it-field'],
  ['who', 'who-organization'],
  ['ot', 'ot-field'],
])

/** Acronyms that are words, too: `AIDS` and aids, `SOAP` and soap. */
export const acronymsToo: ReadonlySet<string> = new Set(
  lines(
    'aids, soap, ram, dos, rest, cat, pet, led, sad, cap, eta, fat, gap, mad, map, pan, spa, tan, wasp, bit, arc, ace',
  ),
)

/** Names that are things of a kind where an article stands before them: `Turkey` and a turkey. Tools are such names, too. */
export const thingsToo: ReadonlySet<string> = new Set(
  lines(
    'turkey, apple, amazon, jaguar, mercury, target, shell, orange, blackberry, puma, visa, delta, subway, swift, rust, mars, china, bush',
  ),
)

/** Things of one family: each against another of its family is another question, and no judge needs to be asked. */
const families: readonly string[] = [
  `argentina, australia, austria, bangladesh, belgium, bolivia, brazil, bulgaria, canada, chile, china, colombia, croatia, cuba, cyprus, denmark, egypt, england, estonia, ethiopia,
   finland, france, germany, ghana, greece, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, jamaica, japan, jordan, kenya, latvia, lebanon, lithuania,
   luxembourg, malaysia, malta, mexico, mongolia, morocco, nepal, netherlands, niger, nigeria, norway, pakistan, peru, philippines, poland, portugal, romania, russia, scotland, serbia,
   singapore, slovakia, slovenia, spain, sweden, switzerland, syria, taiwan, thailand, tunisia, turkey, uganda, ukraine, uruguay, usa, uk, venezuela, vietnam, wales, yemen, zambia, zimbabwe`,
  `english, french, german, italian, spanish, portuguese, dutch, danish, swedish, norwegian, finnish, polish-language, russian, japanese, chinese, mandarin, korean, arabic, hindi, turkish, greek, latin, hebrew`,
  `amsterdam, athens, barcelona, beijing, berlin, boston, brussels, budapest, chicago, copenhagen, dallas, delhi, dubai, dublin, florence, geneva, hamburg, helsinki, houston, istanbul,
   lisbon, london, madrid, manchester, melbourne, miami, milan, montreal, moscow, mumbai, munich, naples, nyc, osaka, oslo, paris, philadelphia, prague, rome, seattle, seoul, shanghai,
   stockholm, sydney, tokyo, toronto, vancouver, vienna, warsaw, zurich`,
  `cat, dog, rabbit, hamster, horse, cow, pig, goat, sheep, chicken, duck, parrot, snake, turtle, fish, puppy, kitten`,
  `apple, banana, orange, grape, lemon, pear, peach, mango, tomato, potato, onion, carrot, garlic, rice, pasta, bread, cheese, beef, pork, salmon, tuna, chocolate, egg, milk, butter, tea, coffee`,
  `monday, tuesday, wednesday, thursday, friday, saturday, sunday`,
  `january, february, march, april, may-month, june, july, august, september, october, november, december, spring-season, summer, autumn, winter`,
  `mercury, venus, mars, jupiter, saturn, uranus, neptune, pluto, moon, sun, earth`,
  `ww1, ww2`,
  `diabetes-1, diabetes-2`,
]

/** The family of each name that has one. */
export const familyOf: ReadonlyMap<string, number> = new Map(
  families.flatMap((family, at) => lines(family).map((name) => [name, at] as const)),
)

/** Tongues that a text can be translated into. */
export const tongues: readonly string[] = lines(families[1]!)
