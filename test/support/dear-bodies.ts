/** Reads bodies that are dear to read as the gateway does, and tells as JSON for how long each held the event loop. Run by itself. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { readInSlices } from '../../runtime/proxy/body/read-conversation.ts'
import { scanInSlices } from '../../runtime/proxy/body/scan.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import { readers } from './routes.ts'

const MiB = 1024 * 1024

/** Strings that Java's hash takes for one: as many as there are ways to write `Aa` or `BB` so often. */
function colliding(pairs: number, prefix: string): readonly string[] {
  return Array.from(
    { length: 2 ** pairs },
    (_, bits) =>
      prefix +
      Array.from({ length: pairs }, (_each, at) => (((bits >> at) & 1) === 0 ? 'Aa' : 'BB')).join(''),
  )
}

const listOf = (item: string, count: number): string => `[${Array<string>(count).fill(item).join(',')}]`

/** JSON of up to 32 MiB that is dear to read, to put in as a field. */
const dear: Readonly<Record<string, () => string>> = {
  'a string of 31 MiB': () => JSON.stringify('x'.repeat(31 * MiB)),
  'a string of 15 MiB of escapes': () => `"${'\\n'.repeat(7 * MiB)}"`,
  'a string of 15 MiB of \\u escapes': () => `"${'\\u0041'.repeat(2.5 * MiB)}"`,
  '10 million numbers': () => listOf('1', 10_000_000),
  'a number of 10 MiB': () => '1'.repeat(10 * MiB),
  '31 MiB of spaces': () => `[${' '.repeat(31 * MiB)}]`,
  'a key of 1 MiB': () => `{"${'k'.repeat(MiB)}":1}`,
  '9,000 keys': () => `{${Array.from({ length: 9_000 }, (_, i) => `"k${i}":0`).join(',')}}`,
  '9,000 escaped keys': () => `{${Array.from({ length: 9_000 }, (_, i) => `"\\u006b${i}":0`).join(',')}}`,
  '4,096 keys of one hash': () =>
    `{${colliding(12, '')
      .map((key) => `"${key}":0`)
      .join(',')}}`,
  '9,920 keys of one hash and 3 kB, 31 to an object': () => {
    const keys = colliding(5, 'x'.repeat(3_000)).slice(0, 31)
    return listOf(`{${keys.map((key) => `"${key}":0`).join(',')}}`, 320)
  },
  '2 million empty lists': () => listOf('[]', 2_000_000),
  '64 levels, 200,000 times': () => listOf(`${'['.repeat(60)}${']'.repeat(60)}`, 200_000),
  '5 million levels': () => '['.repeat(5_000_000),
  'a wrong byte at the end': () => `"${'x'.repeat(31 * MiB)}\0"`,
}

const made = Object.entries(dear).map(([what, make]) => [what, make()] as const)

/** The longest that nothing else was done while a body was read, in ms. */
async function longestHold(read: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await wait(5)
  delay.reset()
  await read()
  await wait(5)
  delay.disable()
  return Math.round(delay.max / 1e6)
}

const held: { readonly path: string; readonly what: string; readonly ms: number }[] = []
for (const { dialect, path, text } of readers) {
  const { fields, read } = dialects[dialect]
  for (const [what, json] of made) {
    const bytes = Buffer.from(`${text.slice(0, -1)},"x":${json}}`)
    const ms = await longestHold(async () => {
      const scanned = await scanInSlices(bytes, fields)
      if (!('kind' in scanned)) read(bytes, { model: 'auto', stream: false }, scanned)
    })
    held.push({ path, what, ms })
  }
}

/** Prompts of 31 MiB that a rule over their text reads whole. */
const prompts: Readonly<Record<string, string>> = {
  'a prompt of 31 MiB that a rule reads': 'x'.repeat(31 * MiB),
  'a prompt of 31 MiB of capitals and accents that a rule reads': 'aBé'.repeat(7.75 * MiB),
}
for (const { dialect, path } of readers.filter((each) => each.dialect === 'openai-chat'))
  for (const [what, content] of Object.entries(prompts)) {
    const bytes = Buffer.from(JSON.stringify({ model: 'auto', messages: [{ role: 'user', content }] }))
    const ms = await longestHold(async () => {
      const scanned = await scanInSlices(bytes, dialects[dialect].fields)
      const body = 'kind' in scanned ? scanned : dialects[dialect].read(bytes, undefined, scanned)
      if (!('kind' in body)) (await readInSlices(body.conversation())).lowered?.includes('none such')
    })
    held.push({ path, what, ms })
  }
console.log(JSON.stringify(held))
