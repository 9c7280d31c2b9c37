import type { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'

/** One verb of gwc: a row of the table in `main.ts`. Its module is loaded only when it is called, so that start-up stays short. */
export interface Verb {
  readonly name: string
  readonly summary: string
  /** Adds arguments, options and examples. */
  readonly describe: (command: Command) => Command
  /** Of a verb whose first argument is an action: what each action takes; the first is meant where none is named. */
  readonly takes?: Readonly<Record<string, ActionUsage>>
  /** `run` of the verb's module: arguments, then options, as commander hands them over. */
  readonly load: () => Promise<VerbModule>
}

/** What an action of a verb takes. */
export interface ActionUsage {
  /** Words behind it, at most. */
  readonly words: number
  /** Options beside `--config`, without their dashes. */
  readonly options: readonly string[]
}

export interface VerbModule {
  readonly run: (args: readonly string[], options: Options) => ExitCode | Promise<ExitCode>
}

/** Options as parsed: a flag is true, a value a string. */
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** The text of an option that takes a value. */
export const textOption = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
