import { row } from './row.ts'

/** GWC12xx: types, units, and values that a setting or a fact cannot have. */
export const types = {
  GWC1201: row<{ readonly op: string; readonly fact: string; readonly is: string }>({
    severity: 'error',
    title: 'operator of another type',
    message: ({ op, fact, is }) => `\`${op}\` does not apply to \`${fact}\`, which is ${is}`,
  }),
  GWC1202: row<{ readonly name: string; readonly is: string }>({
    severity: 'error',
    title: 'value where a condition is wanted',
    message: ({ name, is }) => `\`${name}\` is ${is}, which is no condition by itself`,
  }),
  GWC1203: row<{ readonly left: string; readonly right: string }>({
    severity: 'error',
    title: 'comparison of different things',
    message: ({ left, right }) => `cannot compare ${left} with ${right}`,
  }),
  GWC1204: row<{ readonly written: string; readonly step: string }>({
    severity: 'error',
    title: 'finer than can be told apart',
    message: ({ written, step }) => `\`${written}\` is finer than ${step}, the smallest step here`,
  }),
  GWC1205: row<{ readonly what: string; readonly range: string }>({
    severity: 'error',
    title: 'out of range',
    message: ({ what, range }) => `${what} goes ${range}`,
  }),
  GWC1206: row<{ readonly value: string; readonly what: string }>({
    severity: 'error',
    title: 'value that a fact never has',
    message: ({ value, what }) => `\`${value}\` is no value of ${what}`,
  }),
  GWC1207: row<{ readonly fact: string; readonly written: string; readonly better: string }>({
    severity: 'warning',
    title: 'flag compared with true or false',
    message: ({ written, better }) => `\`${written}\` says no more than \`${better}\``,
  }),
  GWC1209: row<Record<string, never>>({
    severity: 'error',
    title: 'empty set',
    message: () => 'this set is empty, so nothing is in it',
  }),
  GWC1210: row<{ readonly one: string; readonly other: string }>({
    severity: 'error',
    title: 'set of different things',
    message: ({ one, other }) => `this set mixes ${one} with ${other}`,
  }),
  GWC1211: row<{ readonly fact: string }>({
    severity: 'error',
    title: 'fact that may be missing',
    message: ({ fact }) =>
      `a request may lack \`${fact}\`, and this condition does not say what happens then`,
  }),
  GWC1212: row<{ readonly fact: string }>({
    severity: 'warning',
    title: '`has` that always holds',
    message: ({ fact }) => `every request has \`${fact}\`, so \`has ${fact}\` always holds`,
  }),
  GWC1213: row<{ readonly left: string; readonly right: string }>({
    severity: 'error',
    title: 'fact compared with a fact',
    message: ({ left, right }) =>
      `\`${left}\` is compared with \`${right}\`, and a condition compares one fact with constants`,
  }),
  GWC1214: row<{ readonly setting: string; readonly wanted: string; readonly found: string }>({
    severity: 'error',
    title: 'setting of another unit',
    message: ({ setting, wanted, found }) => `\`${setting}\` takes ${wanted}, and this is ${found}`,
  }),
  GWC1215: row<{ readonly setting: string; readonly value: string; readonly range: string }>({
    severity: 'error',
    title: 'setting out of range',
    message: ({ setting, value, range }) => `\`${setting}\` cannot be ${value}: it goes ${range}`,
  }),
  GWC1216: row<{ readonly problem: string }>({
    severity: 'error',
    title: 'settings that contradict each other',
    message: ({ problem }) => problem,
  }),
  GWC1217: row<{ readonly setting: string }>({
    severity: 'error',
    title: 'setting said twice',
    message: ({ setting }) => `\`${setting}\` is set twice in this row`,
  }),
  GWC1218: row<{ readonly what: string; readonly missing: string }>({
    severity: 'error',
    title: 'setting missing',
    message: ({ what, missing }) => `${what} needs ${missing}`,
  }),
  GWC1219: row<{ readonly name: string; readonly wanted: string }>({
    severity: 'error',
    title: 'unknown setting value',
    message: ({ name, wanted }) => `\`${name}\` is no ${wanted}`,
  }),
  GWC1220: row<{ readonly what: string; readonly why: string }>({
    severity: 'error',
    title: 'setting without effect',
    message: ({ what, why }) => `${what} has no effect: ${why}`,
  }),
  GWC1221: row<{ readonly value: string }>({
    severity: 'warning',
    title: 'element said twice in a set',
    message: ({ value }) => `\`${value}\` is in this set already`,
  }),
  GWC1222: row<{ readonly problem: string }>({
    severity: 'error',
    title: 'test that cannot be',
    message: ({ problem }) => problem,
  }),
  GWC1223: row<{ readonly size: number; readonly max: number }>({
    severity: 'error',
    title: 'condition too large',
    message: ({ size, max }) => `this condition spells out to ${size} comparisons, and ${max} is the most`,
  }),
} as const
