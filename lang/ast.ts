/**
 * The syntax tree of everything in `docs/language`: what was written, nothing more. Nodes are readonly objects with
 * `kind` and `span`; no methods, no parents. Recovery leaves `Missing` where a part could not be parsed: a diagnostic
 * was already reported for it, so later stages skip it in silence.
 */
export type { QuantityUnit } from '../core/quantity.ts'
export type * from './ast/file.ts'
export type * from './ast/name.ts'
export type * from './ast/constant.ts'
export type * from './ast/condition.ts'
export type * from './ast/declaration.ts'
export type * from './ast/guard.ts'
export type * from './ast/meter.ts'
export type * from './ast/chain.ts'
export type * from './ast/route.ts'
export type * from './ast/cache.ts'
export type * from './ast/attempt.ts'
export type * from './ast/shape.ts'
export type * from './ast/log.ts'
export type * from './ast/assertion.ts'
export type * from './ast/test.ts'
