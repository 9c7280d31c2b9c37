import { expect, test } from 'vitest'
import { stripUsage } from '../../runtime/wire/openai-chat/strip-usage.ts'
import { fc } from '../support/fast-check.ts'

const chunk = (choices: readonly object[], usage: object | null): string =>
  `data: ${JSON.stringify({ id: 'c', choices, usage })}`
const delta = (content: string): string => chunk([{ index: 0, delta: { content } }], null)
const usage = { prompt_tokens: 1, completion_tokens: 2 }

/** Events that stay, and one that goes. */
const staying = fc.oneof(
  fc.string().map(delta),
  fc.constantFrom(
    delta('"usage":{}'),
    chunk([{ index: 0, delta: {}, finish_reason: 'stop' }], usage),
    ': usage":{',
  ),
)
const going = fc.constant(chunk([], usage))

test('of any piece the usage chunks alone are taken, whatever its lines end in', () => {
  const events = fc.array(fc.oneof({ weight: 4, arbitrary: staying }, { weight: 1, arbitrary: going }))
  fc.assert(
    fc.property(events, fc.constantFrom('\n\n', '\r\n\r\n', '\r\r'), (all, blank) => {
      const textOf = (kept: readonly string[]): string => kept.map((event) => event + blank).join('')
      const gone = chunk([], usage)
      expect(stripUsage(Buffer.from(textOf(all))).toString()).toBe(
        textOf(all.filter((event) => event !== gone)),
      )
    }),
  )
})
