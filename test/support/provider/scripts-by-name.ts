import { createHash } from 'node:crypto'
import type { Script } from '../fake-provider.ts'
import { faultScripts } from './fault-scripts.ts'
import type { FaultName } from './fault-scripts.ts'
import { bigCall } from './said.ts'
import { say } from './say.ts'
import type { ReceivedRequest } from './received-request.ts'

const search = { id: 'call_1', name: 'search', arguments: '{"query":"gwc"}' }

/** Answers that go well, by name. */
export const goodScripts = {
  hello: say(),
  echo: (exchange) => say({ text: `You said: ${lastText(exchange.request)}` })(exchange),
  slow: say({ text: 'One word, and then another, and then the last.' }, 20),
  reasoning: say({ reasoning: 'First think, then speak.', text: 'Hello there.' }),
  tool: say({ calls: [search] }),
  'parallel-tools': say({ text: 'Both.', calls: [search, { ...search, id: 'call_2', name: 'fetch' }] }),
  'big-arguments': say({ calls: [bigCall()] }),
} as const satisfies Readonly<Record<string, Script>>

export type ScriptName = FaultName | keyof typeof goodScripts

/** The script of a name; throws one sentence that lists them where there is none. */
export function scriptNamed(name: string): Script | readonly Script[] {
  const all: Readonly<Record<string, Script | readonly Script[]>> = { ...goodScripts, ...faultScripts }
  const script = all[name]
  if (script === undefined) throw new Error(`no script ${name}: there are ${Object.keys(all).join(', ')}`)
  return script
}

/** Names of lists have a script for each request in turn; where each request stands alone the first of them counts. */
function single(name: ScriptName): Script {
  const script = scriptNamed(name)
  return typeof script === 'function' ? script : script[0]!
}

/**
 * Fails a share of all requests by one of these names, the same ones in each run of a seed however they are ordered: the choice
 * hangs on the seed, the request's key or body, and how often that was seen.
 */
export function failingShare(
  seed: number,
  share: number,
  names: readonly ScriptName[],
  good: Script,
): Script {
  const seen = new Map<string, number>()
  return (exchange) => {
    const { headers, body } = exchange.request
    const key = headers['x-stainless-request'] ?? createHash('sha256').update(body).digest('hex')
    const turn = (seen.get(key) ?? 0) + 1
    seen.set(key, turn)
    const [fate, which] = fractions(`${seed} ${key} ${turn}`)
    const name = fate < share ? names[Math.floor(which * names.length)] : undefined
    return (name === undefined ? good : single(name))(exchange)
  }
}

/** Does what the request's last message says: `[script NAME]` runs that one, anything else is answered well. */
export const byContent: Script = (exchange) => {
  const name = /\[script ([a-z0-9-]+)\]/.exec(lastText(exchange.request))?.[1]
  return (name === undefined ? say() : single(name as ScriptName))(exchange)
}

/** Two numbers in [0, 1) that a text decides. */
function fractions(text: string): readonly [number, number] {
  const digest = createHash('sha256').update(text).digest()
  return [digest.readUInt32LE(0) / 2 ** 32, digest.readUInt32LE(4) / 2 ** 32]
}

/** The last text in the request's messages or input, as JSON has it. */
export function lastText({ body }: ReceivedRequest): string {
  const texts = [...body.toString().matchAll(/"(?:content|text|input|prompt)"\s*:\s*("(?:[^"\\]|\\.)*")/g)]
  const last = texts.at(-1)?.[1]
  return last === undefined ? '' : (JSON.parse(last) as string)
}
