import type { Client } from '../client.ts'

/** What programs have in common: they bring a tool that runs a command in a shell, under the name and with the fields of this call. */
export function shellCalls(
  name: string,
  fieldsFor: (command: string) => object,
): Pick<Client, 'program' | 'callFor' | 'longCall'> {
  const call = (id: string, command: string) => ({ id, name, arguments: JSON.stringify(fieldsFor(command)) })
  return {
    program: true,
    callFor: (id, word) => call(id, `echo "Sun over ${word}"`),
    longCall: (id, letters) => call(id, `printf %s ${'x'.repeat(letters)} | wc -c`),
  }
}

/** Programs that tell what they do as JSON Lines. */
export function linesOf(stdout: string): readonly unknown[] {
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line) => JSON.parse(line) as unknown)
}
