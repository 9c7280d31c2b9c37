import type { Span } from '../span.ts'
import type { Chain } from './chain.ts'
import type { Doc, When } from './declaration.ts'
import type { Missing, Name } from './name.ts'

export interface RouteTable {
  readonly kind: 'Route'
  readonly span: Span
  readonly traffic: 'generation' | 'embeddings'
  readonly items: readonly RouteItem[]
}

export type RouteItem = RouteRule | RouteDefault | Affinity

export interface RouteRule {
  readonly kind: 'Rule'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  readonly was: Name | undefined
  readonly when: When
  readonly chain: Chain
}

export interface RouteDefault {
  readonly kind: 'RouteDefault'
  readonly span: Span
  readonly doc: Doc
  readonly chain: Chain
}

export interface Affinity {
  readonly kind: 'Affinity'
  readonly span: Span
  readonly by: Name | Missing
}
