import type { PolicyTest } from './typed.ts'

/** What a test expects, as it would write it. */
export function showExpected({ expect: { use, deny, by, cache } }: PolicyTest): string {
  return [
    ...(use === undefined ? [] : [`use ${use.stages.map(({ shown }) => shown).join(' then ')}`]),
    ...(deny === undefined ? [] : [showDeny(deny)]),
    ...(by === undefined ? [] : [`by ${by.rule}`]),
    ...(cache === undefined ? [] : [`cache ${cache.mode}`]),
  ].join(', ')
}

/** A deny as a test expects it. */
export function showDeny({ message, status }: NonNullable<PolicyTest['expect']['deny']>): string {
  const words = message === undefined ? 'deny' : `deny ${JSON.stringify(message)}`
  return status === undefined ? words : `${words} status ${status}`
}
