import { type Snapshot, snapshotOf } from '../../compiler/editor/snapshot.ts'
import { inputOf } from './corpus.ts'

/** A policy with `¦` where the cursor is in its root file. */
export interface Marked {
  readonly snapshot: Snapshot
  readonly file: string
  readonly offset: number
}

/** Checks a policy as an editor does; the texts beside the root are named by their path. */
export function marked(text: string, others: Readonly<Record<string, string>> = {}): Marked {
  const files = Object.entries({ 'main.route': text, ...others })
  const [file, content] = files.find(([, each]) => each.includes('¦')) ?? ['main.route', text]
  const sources = files.map(([path, each]) => [path, each.replace('¦', '')] as const)
  return { snapshot: snapshotOf(inputOf('main.route', sources)), file, offset: content.indexOf('¦') }
}
