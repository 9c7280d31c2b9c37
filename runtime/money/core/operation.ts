import type { Correction, HoldReply, HoldRequest, Settlement } from '../store.ts'

/** What is asked of the core: plain data, that may come from another process. */
export type Operation =
  | { readonly kind: 'reserve'; readonly hold: HoldRequest; readonly owner: string }
  | { readonly kind: 'settle'; readonly settlement: Settlement }
  | { readonly kind: 'release'; readonly attemptId: string; readonly latencyMs: number }
  | { readonly kind: 'correct'; readonly correction: Correction }
  /** Ends holds that are past their deadline. */
  | { readonly kind: 'sweep' }
  /** Takes a hold back of which no row was written: another attempt had the name before. */
  | { readonly kind: 'disown'; readonly attemptId: string }
  /** Lets go of meters that count nothing any more. */
  | { readonly kind: 'forget' }
  /** Ends the holds of a process that is no more. */
  | { readonly kind: 'end owner'; readonly owner: string }
  /** A budget or limit goes on under another name. */
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  /** An operator has looked at what cost more than its bound. */
  | { readonly kind: 'thaw'; readonly model: string; readonly key: string }

/** What the core says to an operation. */
export type Answer =
  | HoldReply
  | { readonly kind: 'done' }
  /** No such attempt is known here: a store's rows may know it. */
  | { readonly kind: 'unknown'; readonly attemptId: string }
  /** It cannot be done, ever: one sentence. */
  | { readonly kind: 'refused'; readonly message: string }
