import type { Durability } from '../../store/open-database.ts'
import type { Row } from '../core/rows.ts'

/** Which file is opened, and how; `nowMs` is the store's clock. */
export interface FileToOpen {
  readonly path: string
  readonly durability: Durability
  readonly nowMs: number
}

/** What is asked of the thread that writes; it answers in the order asked. */
export type FileCall =
  | { readonly kind: 'write'; readonly rows: readonly Row[] }
  | { readonly kind: 'find'; readonly attemptId: string }
  | { readonly kind: 'recompute'; readonly sinceMs: number; readonly rowsMax: number | undefined }
  | { readonly kind: 'counters since'; readonly atMs: number }
  | { readonly kind: 'roll up'; readonly beforeMs: number }
  | { readonly kind: 'close' }

export type FileReply =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string }
