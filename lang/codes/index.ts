import { cache } from './cache.ts'
import { capability } from './capability.ts'
import { dead } from './dead.ts'
import { assertions } from './assertions.ts'
import { meters } from './meters.ts'
import { models } from './models.ts'
import { modules } from './modules.ts'
import { money } from './money.ts'
import { names } from './names.ts'
import { gap } from './gap.ts'
import { reach } from './reach.ts'
import { settings } from './settings.ts'
import { size } from './size.ts'
import { tests } from './tests.ts'
import type { CodeRow } from './row.ts'
import { syntax } from './syntax.ts'
import { trust } from './trust.ts'
import { types } from './types.ts'

/**
 * Every finding of gwc, by code. Ranges: 01xx syntax · 10xx names · 11xx modules and facts schemas ·
 * 12xx types and units · 13xx models and catalogue · 14xx budgets, limits and their facts · 15xx settings of stages and
 * tables · 21xx conditions and rules that never hold · 22xx missing cases · 23xx size and unproven · 24xx capability · 25xx money · 26xx trust · 27xx caches ·
 * 28xx what does nothing · 30xx assertions · 31xx tests.
 */
export const codes = {
  ...syntax,
  ...names,
  ...modules,
  ...types,
  ...models,
  ...meters,
  ...settings,
  ...reach,
  ...gap,
  ...size,
  ...capability,
  ...money,
  ...trust,
  ...cache,
  ...dead,
  ...assertions,
  ...tests,
} as const

export type Code = keyof typeof codes
export type ParamsOf<C extends Code> = (typeof codes)[C] extends CodeRow<infer Params> ? Params : never
