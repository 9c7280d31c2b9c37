#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { checkUsage } from './check-usage.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { packageVersion } from './package-root.ts'
import { ToolFailure } from './tool-failure.ts'
import { errorText } from '../runtime/error-text.ts'
import type { Options, Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/** argv → verb → exit code. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok
  const program = new Command('gwc')
    .description('The policy compiler for LLM traffic.')
    .version(packageVersion, '-V, --version')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(`gwc --help` lists the verbs, `gwc VERB --help` teaches one)')
    .addHelpText(
      'after',
      '\nFirst steps:\n  gwc init policies && gwc check policies    a first policy, proved\n  gwc serve --demo policies/main.route       served, without any key\n  gwc why team=interns model=auto            who decides, and why\n\nExit codes: 0 ok, 1 gwc could not work, 2 warnings (--strict), 3 errors, 4 unproven (--strict), 5 below a test threshold, 10 something differs (diff, why --log, cache why, shadow status, spend reconcile)',
    )
    .exitOverride()
  for (const verb of verbs) {
    addVerb(program, verb).action(async (...parsed: unknown[]) => {
      const words = argumentsOf(parsed)
      checkUsage(verb, parsed.at(-1) as Command, words)
      const { run } = await verb.load()
      code = await run(words, parsed.at(-2) as Options)
    })
  }
  await program.parseAsync(argv, { from: 'user' })
  return code
}

const addVerb = (program: Command, verb: Verb): Command =>
  verb.describe(program.command(verb.name).summary(verb.summary).description(verb.summary))

/** Commander hands over arguments, options, command; a variadic argument comes as a list. */
const argumentsOf = (parsed: readonly unknown[]): string[] =>
  parsed.slice(0, -2).flatMap((argument) => (argument === undefined ? [] : (argument as string | string[])))

function reportFailure(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.toolFailure
  if (error instanceof ToolFailure) {
    console.error(`gwc: ${error.message}`)
    return exitCode.toolFailure
  }
  const detail = process.env.GWC_DEBUG
    ? `\n${error instanceof Error ? error.stack : String(error)}`
    : ' (set GWC_DEBUG=1 for the details)'
  console.error(`gwc: this is a bug in gwc: ${errorText(error)}${detail}`)
  return exitCode.toolFailure
}

// A reader that closes early (`gwc models | head`) is no failure; the verdict is still the exit code's to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
})

process.exitCode = await main(process.argv.slice(2)).catch(reportFailure)
