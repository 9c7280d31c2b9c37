import { spawnSync } from 'node:child_process'
import { posix } from 'node:path'
import type { SourceFiles } from './source-files.ts'
import { ToolFailure } from './tool-failure.ts'

/** Files of one commit, as git has them. Paths are relative to `folder`, where git is run. */
export function gitFiles(revision: string, folder: string): SourceFiles {
  const commit = commitOf(revision, folder)
  const names = git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit], folder)
  const prefix = git(['rev-parse', '--show-prefix'], folder).toString().trimEnd()
  const tree = treeOf(names.toString().split('\0'), prefix)
  const missing = (path: string): ToolFailure =>
    new ToolFailure(
      `there is no ${path} in ${revision}; \`git ls-tree -r --name-only ${revision}\` lists its files`,
    )
  return {
    read: (path) => {
      if (!tree.files.has(clean(path))) throw missing(path)
      return git(['cat-file', 'blob', `${commit}:${posix.join(prefix, clean(path))}`], folder)
    },
    isFile: (path) => tree.files.has(clean(path)),
    isFolder: (path) => {
      if (tree.folders.has(clean(path))) return true
      if (tree.files.has(clean(path))) return false
      throw missing(path)
    },
    list: (path) =>
      [...(tree.folders.get(clean(path)) ?? [])].map(([name, isFolder]) => ({ name, isFolder })),
  }
}

const clean = (path: string): string => posix.normalize(path).replace(/\/$/, '')

interface Tree {
  readonly files: ReadonlySet<string>
  /** Per folder its entries, and whether each is a folder itself. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, boolean>>
}

function treeOf(names: readonly string[], prefix: string): Tree {
  const files = new Set<string>()
  const folders = new Map<string, Map<string, boolean>>([['.', new Map()]])
  for (const name of names.filter((each) => each !== '')) {
    const path = posix.relative(prefix, name)
    files.add(path)
    addFolders(folders, path)
  }
  return { files, folders }
}

/** Enters a file into its folder, that into the one around it, and so on. */
function addFolders(folders: Map<string, Map<string, boolean>>, path: string, isFolder = false): void {
  const [around, name] = [posix.dirname(path), posix.basename(path)]
  if (name === '.' || name === '..') return
  const entries = folders.get(around)
  if (entries?.has(name) === true) return
  folders.set(around, (entries ?? new Map<string, boolean>()).set(name, isFolder))
  addFolders(folders, around, true)
}

/** The commit that a revision names: later questions cannot see another one. */
function commitOf(revision: string, folder: string): string {
  const { status, stdout, stderr } = run(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    folder,
  )
  if (status === 0) return stdout.toString().trim()
  if (/not a git repository/i.test(stderr.toString()))
    throw new ToolFailure(
      `${folder === '.' ? 'this folder' : folder} is in no git repository, so there is no ${revision} in it`,
    )
  throw new ToolFailure(
    `git knows no revision \`${revision}\` here; where CI clones without history, fetch it first (\`git fetch origin ${revision}\`, or \`fetch-depth: 0\` for actions/checkout)`,
  )
}

function git(args: readonly string[], folder: string): Buffer {
  const { status, stdout, stderr } = run(args, folder)
  if (status === 0) return stdout
  throw new ToolFailure(`git ${args[0]} failed: ${stderr.toString().trim()}`)
}

const outputBytesMax = 256 * 1024 * 1024

function run(
  args: readonly string[],
  folder: string,
): { readonly status: number | null; readonly stdout: Buffer; readonly stderr: Buffer } {
  const ran = spawnSync('git', ['-C', folder, ...args], {
    maxBuffer: outputBytesMax,
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (ran.error === undefined) return ran
  const isAbsent = 'code' in ran.error && ran.error.code === 'ENOENT'
  throw new ToolFailure(
    isAbsent
      ? 'a git: revision needs git, and there is none on the PATH; install it, or compare two folders'
      : `git could not be run: ${ran.error.message}`,
    { cause: ran.error },
  )
}
