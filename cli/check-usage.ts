import type { Command } from 'commander'
import { ToolFailure } from './tool-failure.ts'
import type { Verb } from './verb.ts'

/** Throws where an action of a verb is given a word or an option that it takes no notice of: whoever wrote it meant something by it. */
export function checkUsage(
  { name, takes = {} }: Verb,
  command: Command,
  [action, ...words]: readonly string[],
): void {
  const called = action ?? Object.keys(takes)[0] ?? ''
  const usage = takes[called]
  if (usage === undefined) return
  const idle = command.options.find(
    (option) =>
      command.getOptionValueSource(option.attributeName()) === 'cli' &&
      option.long !== '--config' &&
      !usage.options.includes(nameOf(option.long)),
  )
  const said = idle?.long ?? (words.length > usage.words ? JSON.stringify(words[usage.words]) : undefined)
  if (said === undefined) return
  const takers = Object.keys(takes).filter((each) => takes[each]?.options.includes(nameOf(idle?.long)))
  const where = takers.length === 0 ? '' : `; it goes with ${takers.join(', ')}`
  throw new ToolFailure(`${said} is nothing to \`gwc ${name} ${called}\`${where}`)
}

const nameOf = (long: string | undefined): string => long?.slice(2) ?? ''
