import { Command } from 'commander'
import { verbs } from '../../cli/verbs.ts'
import { exitCode } from '../../cli/exit-code.ts'
import { code, type Page, page, table } from './markdown.ts'

const exits = {
  ok: 'All is well.',
  toolFailure: 'gwc itself could not do its work.',
  warnings: 'Warnings, under `--strict`.',
  errors: 'Errors in a policy, failing tests, a file that `fmt --check` would change.',
  unproven: 'Findings that the step cap left unproven, under `--strict`.',
  belowThreshold: 'Tests that show less than `--threshold` asks.',
  changes: '`gwc diff`: some request is decided differently.',
} as const satisfies Record<keyof typeof exitCode, string>

/** Every verb with its help, word for word, and the exit codes. */
export function commandsPage(): Page {
  const parts = verbs.map((verb) => `## gwc ${verb.name}\n\n\`\`\`text\n${helpOf(verb)}\n\`\`\``)
  return page('commands.md', 'Commands', '`cli/verbs/`', [
    table(
      ['verb', 'does'],
      verbs.map(({ name, summary }) => [`[${code(name)}](#gwc-${name})`, summary]),
    ),
    table(
      ['exit', 'says'],
      Object.entries(exits).map(([name, words]) => [`${exitCode[name as keyof typeof exits]}`, words]),
    ),
    ...parts,
  ])
}

function helpOf(verb: (typeof verbs)[number]): string {
  let text = ''
  const command = verb
    .describe(new Command(`gwc ${verb.name}`).summary(verb.summary).description(verb.summary))
    .configureOutput({
      writeOut: (part) => (text += part),
      getOutHelpWidth: () => 100,
      getOutHasColors: () => false,
    })
  command.outputHelp()
  return text.trim()
}
