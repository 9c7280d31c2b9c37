import type { TrafficLogEntry } from '../schemas/generated/traffic-log.ts'

type Entry = Partial<TrafficLogEntry> & {
  readonly level?: string
  readonly message?: string
  readonly diagnostics?: string
}

/** Turns the JSON lines of the log into lines for somebody at a terminal; scripts read JSON from a pipe. */
export function readableLog(out: { readonly write: (text: string) => unknown }): {
  write: (line: string) => void
} {
  return { write: (line) => void out.write(`${readable(JSON.parse(line) as Entry)}\n`) }
}

function readable(entry: Entry): string {
  const time = (entry.at ?? new Date().toISOString()).slice(11, 19)
  if (entry.message === undefined) return `${time} ${requestWords(entry)}`
  const rest = Object.entries(entry).filter(
    ([name]) => !['level', 'at', 'message', 'diagnostics'].includes(name),
  )
  const fields = rest.map(([name, value]) => ` ${name}=${fieldText([name, value])}`).join('')
  return [
    `${time} ${entry.level ?? 'info'}: ${shown(entry.message)}${fields}`,
    ...(entry.diagnostics === undefined ? [] : [entry.diagnostics]),
  ].join('\n')
}

function fieldText([name, value]: readonly [string, unknown]): string {
  if (typeof value !== 'string') return shown(JSON.stringify(value))
  return name === 'stack' ? value.split('\n').map(shown).join('\n') : shown(value)
}

/** A text as one line that a terminal obeys in nothing: control characters as JSON escapes them. */
function shown(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A request in a few words: status, rule, model, time, tokens. */
export function requestWords({ status, rule, model, cache, attempts, latencyMs, usage }: Entry): string {
  const target = model === undefined ? '' : ` → ${model}`
  const how =
    cache === 'hit'
      ? ', cached'
      : attempts !== undefined && attempts.length > 1
        ? `, ${attempts.length} attempts`
        : ''
  const tokens = usage === undefined ? '' : `, ${usage.input ?? 0} + ${usage.output ?? 0} tokens`
  return `${status ?? '---'} ${rule ?? ''}${target}, ${Math.round(latencyMs ?? 0)} ms${how}${tokens}`
}
