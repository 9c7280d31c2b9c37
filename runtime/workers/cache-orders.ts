import { mergeReplies } from '../cache/cache-control.ts'
import type { CacheOrder, CacheReply } from '../cache/cache-control.ts'

interface Pending {
  /** Workers that have not replied. */
  readonly waiting: Set<number>
  readonly replies: Map<number, CacheReply>
  readonly done: () => void
}

/** Orders to the caches of all workers: each is done when every one has replied, or has ended: what a dead one kept is gone with it. */
export class CacheOrders {
  readonly #pending = new Map<number, Pending>()
  #last = 0

  /** Sends an order to each worker; resolves to what they reply together, and once what one has learnt by it is known to all. */
  async ask(
    order: CacheOrder,
    workers: readonly number[],
    send: (worker: number, id: number, order: CacheOrder) => void,
  ): Promise<CacheReply> {
    const replies = await this.#each(order, workers, send)
    for (const [worker, reply] of replies) {
      const changes = reply.kind === 'done' ? (reply.learnt ?? []) : []
      const others = workers.filter((each) => each !== worker)
      if (changes.length > 0) await this.#each({ kind: 'learn', changes }, others, send)
    }
    return mergeReplies(order, [...replies.values()])
  }

  async #each(
    order: CacheOrder,
    workers: readonly number[],
    send: (worker: number, id: number, order: CacheOrder) => void,
  ): Promise<ReadonlyMap<number, CacheReply>> {
    if (workers.length === 0) return new Map()
    const id = ++this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    const pending = { waiting: new Set(workers), replies: new Map(), done: resolve } satisfies Pending
    this.#pending.set(id, pending)
    for (const worker of workers) send(worker, id, order)
    await promise
    this.#pending.delete(id)
    return pending.replies
  }

  /** A worker's reply. */
  told(worker: number, id: number, reply: CacheReply): void {
    const pending = this.#pending.get(id)
    if (pending?.waiting.delete(worker) !== true) return
    pending.replies.set(worker, reply)
    if (pending.waiting.size === 0) pending.done()
  }

  /** A worker that ended replies to nothing more. */
  gone(worker: number): void {
    for (const pending of this.#pending.values())
      if (pending.waiting.delete(worker) && pending.waiting.size === 0) pending.done()
  }
}
