import type { Gateway } from '../config/gateway.ts'
import type { Reloaded } from '../reload.ts'
import { snapshotOf } from '../reload.ts'
import { Shadow } from './shadow.ts'
import type { Decided, ShadowReport } from './shadow.ts'

/** What came of asking for a shadow. */
export type ShadowStarted =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly message: string }

/** The place of the one candidate that may decide beside the current policy. */
export class Shadowing {
  #shadow: Shadow | undefined
  #bytes: Buffer | undefined

  /** Loads a table in full, as a reload would, and lets it decide beside; it takes the place of the candidate before. */
  start(bytes: Buffer, gateway: Gateway): ShadowStarted {
    const ready = snapshotOf(bytes, gateway, 0)
    if (!ready.ok) return ready
    this.#shadow = new Shadow(ready.snapshot)
    this.#bytes = bytes
    return { ok: true, version: ready.snapshot.version }
  }

  /** Ends it, with its last report. */
  stop(): ShadowReport | undefined {
    const report = this.report
    this.#shadow = undefined
    this.#bytes = undefined
    return report
  }

  /** Makes the candidate the policy that is obeyed. */
  async promote(put: (bytes: Buffer) => Promise<Reloaded>): Promise<Reloaded | undefined> {
    if (this.#bytes === undefined) return undefined
    const result = await put(this.#bytes)
    if (result.kind === 'published' || result.kind === 'same') this.stop()
    return result
  }

  get isActive(): boolean {
    return this.#shadow !== undefined
  }

  get report(): ShadowReport | undefined {
    return this.#shadow?.report
  }

  observe(decided: Decided): void {
    this.#shadow?.observe(decided)
  }
}
