import type { ItemKind } from './question.ts'
import { wordsOf } from './word.ts'

/** Words that are never dropped, by what they say. Each kind has a guard. */
const rows: readonly (readonly [ItemKind, string])[] = [
  ['negation', 'not never no without none neither nor nothing nobody nowhere hardly barely non except'],
  [
    'quantifier',
    `all every each any some most few a-few a-little many much several both either only least half other another whole entire
    enough everyone everything anyone anything someone something`,
  ],
  ['degree', 'more less fewer better best worse worst than too very as rather least'],
  [
    'condition',
    `if unless whether when whenever while until till before after because since although though even once so otherwise
    during instead`,
  ],
  ['modality', 'can could may might must should shall ought would need allowed required supposed'],
  [
    'relation',
    `of in on at to into from with by for about between against over under through across among around behind near per via
    like within onto toward towards versus`,
  ],
  ['tense', 'past future'],
  ['person', 'i you he she we they it'],
  [
    'unit',
    `km m cm mm mile foot inch yard kg g mg mcg pound ounce stone ton l ml gallon quart pint cup tablespoon teaspoon s ms minute hour day week
    month year decade century celsius fahrenheit kelvin mph kmh knot byte kb mb gb tb kbps mbps gbps kbit mbit gbit kbyteps mbyteps gbyteps dollar euro yen gbp cent % hz khz mhz ghz watt kw
    kwh volt amp calorie kcal degree am pm est pst cst utc gmt cet`,
  ],
  [
    'date',
    `monday tuesday wednesday thursday friday saturday sunday january february march april may-month june july august september october
    november december spring-season summer autumn winter christmas easter halloween thanksgiving weekend morning afternoon evening night noon midnight`,
  ],
  ['symbol', '+ = ~ ^ & < > * plus minus times'],
]

const kinds: ReadonlyMap<string, ItemKind> = new Map(
  rows.flatMap(([kind, words]) => wordsOf(words).map((word) => [word, kind] as const)),
)

/** What kind of mark a base is; `undefined` for a word of an open class. */
export const markKindOf = (key: string): ItemKind | undefined => kinds.get(key)

/** Whether a word relates what follows it to what is before it. */
export const isRelation = (key: string): boolean => kinds.get(key) === 'relation'

/** Ways to write one unit. */
export const units: ReadonlyMap<string, string> = new Map(
  `kilometer km, kilometers km, kms km, kilometre km, meter m, meters m, centimeter cm, centimeters cm, millimeter mm, millimeters mm, miles mile, mi mile, feet foot, ft foot, inches inch, in-unit inch, yards yard,
  kilogram kg, kilograms kg, kilo kg, kilos kg, kgs kg, gram g, grams g, milligram mg, milligrams mg, microgram mcg, micrograms mcg, pounds pound, lb pound, lbs pound, ounces ounce, oz ounce, tons ton,
  liter l, liters l, milliliter ml, milliliters ml, gallons gallon, quarts quart, pints pint, cups cup, tbsp tablespoon, tablespoons tablespoon, tsp teaspoon, teaspoons teaspoon,
  sec s, secs s, seconds s, millisecond ms, milliseconds ms, min minute, mins minute, minutes minute, hr hour, hrs hour, hours hour, days day, weeks week, months month, years year, yr year, yrs year,
  kilobyte kb, kilobytes kb, megabyte mb, megabytes mb, gigabyte gb, gigabytes gb, terabyte tb, terabytes tb, bytes byte, dollars dollar, usd dollar, bucks dollar, $ dollar, € euro, euros euro, eur euro, £ gbp, quid gbp, ¥ yen, cents cent,
  km/h kmh, kph kmh, degrees degree, ° degree, calories calorie, p.m pm, a.m am, fall autumn, mon monday, tue tuesday, wed wednesday, thu thursday, fri friday, jan january, feb february, apr april, aug august, sept september, oct october, nov november, dec december, xmas christmas`
    .split(',')
    .map((pair) => wordsOf(pair) as readonly [string, string]),
)
