import type { Catalogue } from '../core/catalogue.ts'
import type { Gateway } from './config/gateway.ts'
import type { KeyIndex } from './identity/keys.ts'
import type { LinkedTable } from './table/link.ts'
import type { DecisionState } from './table/state.ts'

/** Everything a request needs, at one moment: immutable, published by one reference assignment, kept to the end of the request that took it. */
export interface Snapshot {
  /** SHA-256 of the table's bytes: the policy version. */
  readonly version: string
  /** Counts publications; never goes back. */
  readonly generation: number
  readonly table: LinkedTable
  readonly gateway: Gateway
  readonly keys: KeyIndex
  /** The models that the gateway's providers serve, with the rows that the table has pinned. */
  readonly models: Catalogue
  /** What a decision sees of the moment `nowMs`. */
  readonly stateAt: (nowMs: number) => DecisionState
}

/** One request's hold on a snapshot. Disposing twice is once. */
export interface Lease extends Disposable {
  readonly snapshot: Snapshot
  /** Asks to be told when this snapshot is replaced and its last request has ended. Only while the lease is held. */
  readonly onRetire: (retire: Retire) => void
}

/** What is done when a snapshot was replaced and its last request has ended; errors are its own to handle. */
export type Retire = (snapshot: Snapshot) => void

interface Held {
  readonly snapshot: Snapshot
  readonly retire: Retire[]
  requests: number
  replaced: boolean
}

/** Holds the current snapshot and counts the requests on each, so that what hangs on an old one (connection pools) ends with its last request. */
export class SnapshotCell {
  #held: Held
  readonly #told: ((snapshot: Snapshot) => void)[] = []

  constructor(first: Snapshot) {
    this.#held = hold(first)
  }

  /** The current snapshot, for those who do not keep it: status pages, logs. */
  get current(): Snapshot {
    return this.#held.snapshot
  }

  /** Takes the current snapshot: `using lease = cell.acquire()`. */
  acquire(): Lease {
    return new HeldLease(this.#held)
  }

  /** Asks to be told when the current snapshot is replaced and unused. */
  onRetire(retire: Retire): void {
    this.#held.retire.push(retire)
  }

  /** Asks to be told of each snapshot that is published from now on. */
  onPublish(tell: (snapshot: Snapshot) => void): void {
    this.#told.push(tell)
  }

  /** Makes `next` current. INVARIANT: `next.generation` is above the current one; anything else is ignored, and `false` says so. */
  publish(next: Snapshot): boolean {
    if (next.generation <= this.#held.snapshot.generation) return false
    const old = this.#held
    this.#held = hold(next)
    old.replaced = true
    retireIfUnused(old)
    for (const tell of this.#told) tell(next)
    return true
  }
}

class HeldLease implements Lease {
  readonly snapshot: Snapshot
  #held: Held | undefined

  constructor(held: Held) {
    this.snapshot = held.snapshot
    this.#held = held
    held.requests += 1
  }

  onRetire(retire: Retire): void {
    this.#held?.retire.push(retire)
  }

  [Symbol.dispose](): void {
    const held = this.#held
    if (held === undefined) return
    this.#held = undefined
    held.requests -= 1
    retireIfUnused(held)
  }
}

function hold(snapshot: Snapshot): Held {
  return { snapshot, retire: [], requests: 0, replaced: false }
}

function retireIfUnused(held: Held): void {
  if (!held.replaced || held.requests > 0) return
  for (const retire of held.retire.splice(0)) retire(held.snapshot)
}
