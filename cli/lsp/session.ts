import type { Proof } from '../../compiler/editor/prove.ts'
import { type LoadedPolicy, loadPolicy } from './load-policy.ts'
import { type OpenPolicy, openPolicy, withProof } from './open-policy.ts'
import { folderAround, type Naming, namedBy, rootsOf } from './roots.ts'
import { routeFilesBelow } from './route-files.ts'
import type { Texts } from './texts.ts'

/** The policies that have a file open. */
export interface Session {
  /** Every open policy, checked as its texts are now. Those that changed are named in `changed`. */
  readonly refresh: () => {
    readonly policies: readonly OpenPolicy[]
    readonly changed: readonly OpenPolicy[]
  }
  /** The open policies that a file is part of. */
  readonly policiesOf: (path: string) => readonly OpenPolicy[]
  /** The texts changed: the next question reads them again. */
  readonly touch: () => void
  /** A document was opened: the next question looks for policies again if none knows it. */
  readonly opened: (path: string) => void
  /** Files came or went: the next question looks for policies again. */
  readonly rescan: () => void
  /** Takes in what was proved of a policy. */
  readonly proved: (asked: LoadedPolicy, proof: Proof | undefined) => void
}

/** Keeps the policies of the open files; `folders` are those that the editor has open. */
export function openSession(texts: Texts, folders: () => readonly string[]): Session {
  let policies: ReadonlyMap<string, OpenPolicy> = new Map()
  let changed = new Set<string>()
  let onDisk: Naming | undefined
  let isFresh = false

  const load = (): void => {
    const open = [...texts.open.keys()].filter((path) => isPolicyFile(texts, path))
    onDisk ??= namingOf(findFiles(folders(), open), texts)
    const naming = new Map([...onDisk, ...namingOf(open, texts)])
    const roots = new Set(open.flatMap((path) => rootsOf(path, naming)))
    const next = new Map<string, OpenPolicy>()
    for (const root of roots) {
      const before = policies.get(root)
      const policy = openPolicy(loadPolicy(root, texts.read), before)
      if (policy !== before) changed.add(root)
      next.set(root, policy)
    }
    policies = next
    isFresh = true
  }
  const fresh = (): readonly OpenPolicy[] => {
    if (!isFresh) load()
    return [...policies.values()]
  }
  return {
    refresh() {
      const all = fresh()
      const names = changed
      changed = new Set()
      return { policies: all, changed: all.filter(({ loaded }) => names.has(loaded.root)) }
    },
    policiesOf: (path) => fresh().filter(({ loaded }) => hasFile(loaded, path)),
    touch: () => (isFresh = false),
    opened(path) {
      if (onDisk?.has(path) !== true) onDisk = undefined
      isFresh = false
    },
    rescan() {
      onDisk = undefined
      isFresh = false
    },
    proved(asked, proof) {
      fresh()
      const policy = policies.get(asked.root)
      if (policy !== undefined)
        policies = new Map([...policies, [asked.root, withProof(policy, asked, proof)]])
    },
  }
}

const isPolicyFile = (texts: Texts, path: string): boolean =>
  path.endsWith('.route') || texts.open.get(path)?.languageId === 'route'

const namingOf = (files: readonly string[], texts: Texts): Naming =>
  new Map(files.map((file) => [file, namedBy(file, texts.read(file) ?? '')]))

function findFiles(folders: readonly string[], open: readonly string[]): readonly string[] {
  const outside = open.filter((path) => path.startsWith('/') || /^[A-Za-z]:\//.test(path))
  const around = outside
    .filter((path) => !folders.some((folder) => path.startsWith(`${folder}/`)))
    .map((path) => folderAround(path))
  return routeFilesBelow([...new Set([...folders, ...around])])
}

/** Whether a policy is made of a file. */
export const hasFile = ({ folder, input }: LoadedPolicy, path: string): boolean =>
  input.sources.has(fileIn(folder, path))

/** A path as the policy in a folder names it; outside the folder it is no name of any file of the policy. */
export const fileIn = (folder: string, path: string): string =>
  folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
