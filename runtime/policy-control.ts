import type { PastPolicy } from './policy-history.ts'
import { policyHistory } from './policy-history.ts'
import type { PolicyWatch, Reloaded } from './reload.ts'
import type { Shadowing, ShadowStarted } from './shadow-policy/shadowing.ts'
import type { ShadowReport } from './shadow-policy/shadow.ts'
import type { SnapshotCell } from './snapshot.ts'

/** What whoever runs a gateway can do with its policy while it serves. `actor` is whom the audit log names. */
export interface PolicyControl {
  readonly reload: (actor: string) => Promise<Reloaded>
  /** To a version, its first digits, or by default the policy before. */
  readonly rollback: (version: string | undefined, actor: string) => Promise<Reloaded>
  /** The version that the sources still compile to but that is not obeyed, after a rollback or a promotion; they end it when they change. */
  readonly withdrawn: () => Promise<string | undefined>
  /** The policies kept for a rollback, newest first; the first is the one that is obeyed. */
  readonly policies: () => Promise<readonly PastPolicy[]>
  /** Lets the table of a candidate decide beside. */
  readonly startShadow: (table: Buffer) => ShadowStarted
  readonly shadow: () => ShadowReport | undefined
  readonly stopShadow: () => ShadowReport | undefined
  /** Makes the candidate the policy that is obeyed; `undefined` when there is none. */
  readonly promoteShadow: (actor: string) => Promise<Reloaded | undefined>
}

/** The controls of a gateway that runs. */
export function policyControl(cell: SnapshotCell, watch: PolicyWatch, shadowing: Shadowing): PolicyControl {
  return {
    reload: (actor) => watch.reload({ actor, action: 'reload' }),
    rollback: (version, actor) => watch.rollback(version, actor),
    withdrawn: () => watch.withdrawn(),
    policies: () => policyHistory(cell.current.gateway.stateFolder),
    startShadow: (table) => shadowing.start(table, cell.current.gateway),
    shadow: () => shadowing.report,
    stopShadow: () => shadowing.stop(),
    promoteShadow: (actor) => shadowing.promote((table) => watch.put(table, { actor, action: 'promote' })),
  }
}
