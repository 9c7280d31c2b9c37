import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fingerprint, watchFiles } from '../runtime/watch-files.ts'
import { type CheckedFiles, checkPolicies } from './check-policies.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { renderPretty } from './formats.ts'
import { policyFiles } from './policy-files.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc check --watch`: checks, then again whenever a policy, a facts file or gateway.json comes, goes or changes, until Ctrl-C. */
export async function watchPolicies(paths: readonly string[], options: Options): Promise<ExitCode> {
  refuseOthers(options)
  const watched = watching(paths, options)
  watched.check()
  const watch = watchFiles(watched.files, watched.check, '')
  const alive = setInterval(() => undefined, 2 ** 30)
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)))
  clearInterval(alive)
  watch.close()
  return exitCode.ok
}

function refuseOthers(options: Options): void {
  if (options.fix === true)
    throw new ToolFailure('--watch only shows and --fix writes: run `gwc check --fix` beside it')
  if (options.format !== 'pretty')
    throw new ToolFailure('--watch prints for people, again and again: leave out --format')
}

/**
 * INVARIANT: the state that counts as seen was taken before its files were read, so that no change is missed; a check
 * that finds other files than those is done again.
 */
interface Watching {
  /** Every file whose change may change what is found, whether it is there or not. */
  readonly files: () => readonly string[]
  readonly check: () => void
}

function watching(paths: readonly string[], options: Options): Watching {
  let known: readonly string[] = []
  let seen = ''
  const files = (): readonly string[] => [...new Set([...policiesAt(paths), ...known])]
  const look = (): string =>
    findingsOf(() => {
      const checked = checkPolicies(paths, options)
      known = [...checked.files, ...configsOf(checked, options)]
      return renderPretty(checked)
    })
  const check = (): void => {
    const before = files()
    const state = fingerprint(before)
    if (state === seen) return
    const text = look()
    if (files().join() !== before.join()) return check()
    seen = state
    show(text)
  }
  return { files, check }
}

/** A folder or file that is gone for now holds no policy. */
function policiesAt(paths: readonly string[]): readonly string[] {
  try {
    return policyFiles(paths)
  } catch (error) {
    if (error instanceof ToolFailure) return paths
    throw error
  }
}

/** A file that cannot be read may be half way through a change: it is told, and looked at again. */
function findingsOf(check: () => string): string {
  try {
    return check()
  } catch (error) {
    if (error instanceof ToolFailure) return `gwc: ${error.message}\n`
    throw error
  }
}

const configsOf = ({ policies }: CheckedFiles, options: Options): readonly string[] => {
  const config = textOption(options, 'config')
  return config === undefined ? policies.map(({ root }) => join(dirname(root), 'gateway.json')) : [config]
}

const clear = '\u001b[2J\u001b[3J\u001b[H'

/** A terminal is cleared; in a pipe, a line says where the newer findings begin. */
function show(text: string): void {
  const time = new Date().toTimeString().slice(0, 8)
  const before = process.stdout.isTTY ? clear : `── ${time}\n`
  process.stdout.write(`${before}${text}${process.stdout.isTTY ? `checked at ${time}; Ctrl-C ends\n` : ''}`)
}
