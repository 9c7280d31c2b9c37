import type { AttemptAction, CacheAction, FailureClass } from '../../schemas/generated/decision-table.ts'
import type { Witness } from '../../lang/diagnostic.ts'
import type { Cube } from '../cube.ts'
import type { Region } from '../region.ts'
import type { RequestCost } from '../worst-cost.ts'
import type {
  AttemptRule,
  BudgetRule,
  CacheRule,
  GuardRule,
  LogRule,
  RouteRule,
  TypedStage,
} from '../typed.ts'

/** Requests for which an assertion is false, and what becomes of them. */
export interface Violation {
  readonly what: Breach
  /** All requests like it. */
  readonly region: Region
  /** Some of them. */
  readonly cube: Cube
  /** What one of them says, where it is not any request of the cube. */
  readonly facts?: Witness
}

/** What happens to requests that an assertion says does not. */
export type Breach =
  /** A stage uses a model. */
  | {
      readonly kind: 'uses'
      readonly rule: RouteRule
      readonly stage: TypedStage
      readonly model: string
      /** Failures that lead to the stage; none: it is where the chain begins. */
      readonly on: readonly FailureClass[]
      /** The guard took what stood before it. */
      readonly isPromoted: boolean
      /** It is the stage's copy that goes there. */
      readonly isCopy: boolean
    }
  /** A model is asked whether a cached answer will do. */
  | { readonly kind: 'judges'; readonly row: CacheRule; readonly model: string }
  /** A row, or a rule's first stage, denies. */
  | { readonly kind: 'denies'; readonly by: GuardRule | RouteRule }
  /** The guard forbids every model of the rule. */
  | { readonly kind: 'leaves-none'; readonly rule: RouteRule; readonly bans: readonly GuardRule[] }
  | { readonly kind: 'answers'; readonly rule: RouteRule; readonly stage: TypedStage }
  /** A rule answers requests that the budget does not count. */
  | {
      readonly kind: 'uncharged'
      readonly rule: RouteRule
      readonly stage: TypedStage
      readonly budget: BudgetRule
    }
  | { readonly kind: 'logs'; readonly row: LogRule }
  | { readonly kind: 'caches'; readonly row: CacheRule; readonly action: CacheAction }
  | {
      readonly kind: 'attempts'
      readonly rule: RouteRule
      readonly row: AttemptRule | undefined
      readonly action: AttemptAction
      readonly total: number
      readonly stages: readonly TypedStage[]
    }
  | {
      readonly kind: 'time'
      readonly rule: RouteRule
      readonly row: AttemptRule | undefined
      readonly action: AttemptAction
    }
  | {
      readonly kind: 'cost'
      readonly rule: RouteRule
      readonly row: AttemptRule | undefined
      readonly action: AttemptAction
      readonly cost: RequestCost
    }
