import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import type { Json } from '../../../../runtime/wire/json.ts'
import { chatFault, chatShape } from './chat-rules.ts'
import { geminiFault, geminiShape } from './gemini-rules.ts'
import { messagesFault, messagesShape } from './messages-rules.ts'
import { responsesFault, responsesShape } from './responses-rules.ts'
import type { Shape } from './shapes.ts'

/** The rules of one API: the shape of a request, and what of it must go together. */
interface Rules {
  readonly fits: ValidateFunction
  readonly fault: (body: Json, model: string) => string | undefined
}

const ajv = new Ajv({ discriminator: true, strict: false })
const rulesOf = (shape: Shape, fault: Rules['fault']): Rules => ({ fits: ajv.compile(shape), fault })

const bySpeech: Readonly<Record<string, Rules>> = {
  'openai-chat': rulesOf(chatShape, chatFault),
  'openai-responses': rulesOf(responsesShape, responsesFault),
  'anthropic-messages': rulesOf(messagesShape, messagesFault),
  'gemini-generate': rulesOf(geminiShape, geminiFault),
}

/** Why the API of this name would answer a request with 400; `undefined` when it takes it, or when its rules are not known here. `model` counts where the body names none. */
export function faultOf(speech: string, body: Json, model = ''): string | undefined {
  const rules = bySpeech[speech]
  if (rules === undefined) return undefined
  if (rules.fits(body)) return rules.fault(body, model)
  // Of the ways that a value may be meant, the one that fits furthest tells most.
  const deepest = (rules.fits.errors ?? []).toSorted(
    (a, b) => b.instancePath.length - a.instancePath.length,
  )[0]
  return `${deepest?.instancePath} ${deepest?.message} ${JSON.stringify(deepest?.params)}`
}
