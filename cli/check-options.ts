import type { Command } from 'commander'
import { ToolFailure } from './tool-failure.ts'
import type { Verb } from './verb.ts'

/** Throws where an option is given that this action of a verb takes no notice of: whoever wrote it meant something by it. */
export function checkOptions({ name, takes }: Verb, command: Command, action: string | undefined): void {
  const [first = ''] = Object.keys(takes ?? {})
  const taken = takes?.[action ?? first]
  if (taken === undefined) return
  const idle = command.options.find(
    (option) =>
      command.getOptionValueSource(option.attributeName()) === 'cli' &&
      option.long !== '--config' &&
      !taken.includes(option.long?.slice(2) ?? ''),
  )
  if (idle === undefined) return
  const others = Object.keys(takes ?? {}).filter((each) => takes?.[each]?.includes(idle.long!.slice(2)))
  throw new ToolFailure(
    `${idle.long} is nothing to \`gwc ${name} ${action ?? first}\`; it goes with ${others.join(', ')}`,
  )
}
