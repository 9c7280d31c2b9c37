import type { Span } from '../span.ts'
import type { AssertDecl } from './assertion.ts'
import type { AttemptTable } from './attempt.ts'
import type { CacheTable } from './cache.ts'
import type { ConstDecl, FactsDecl, ImportDecl, IncludeDecl, PredDecl, ZoneDecl } from './declaration.ts'
import type { GuardTable } from './guard.ts'
import type { LogTable } from './log.ts'
import type { BudgetDecl, LimitDecl } from './meter.ts'
import type { RouteTable } from './route.ts'
import type { ShapeTable } from './shape.ts'
import type { TestDecl, TestTableDecl } from './test.ts'

/** A whole file. */
export interface File {
  readonly kind: 'File'
  readonly span: Span
  readonly version: Version | undefined
  readonly items: readonly Item[]
}

export interface Version {
  readonly kind: 'Version'
  readonly span: Span
  readonly number: number
}

export type Item =
  | FactsDecl
  | ZoneDecl
  | ImportDecl
  | IncludeDecl
  | ConstDecl
  | PredDecl
  | GuardTable
  | BudgetDecl
  | LimitDecl
  | RouteTable
  | CacheTable
  | AttemptTable
  | ShapeTable
  | LogTable
  | AssertDecl
  | TestDecl
  | TestTableDecl
