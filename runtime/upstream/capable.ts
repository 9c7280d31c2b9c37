import { canServe, showIncapable } from '../../core/capability.ts'
import type { Model } from '../../core/catalogue.ts'
import type { ScannedBody } from '../contracts.ts'
import type { DialectName } from '../wire/dialect.ts'
import { dialects } from '../wire/dialects.ts'
import { steeringField } from './steering-field.ts'
import type { Sayings } from './saying.ts'
import type { Target } from './target.ts'

/** Fewer bytes than this per token are not seen, so a body below context × this surely fits. */
const BYTES_PER_TOKEN_MIN = 2

/** Why a target cannot take a request, or `undefined` when it can. Translation is the dearest question, so it comes last. */
export function whyIncapable(target: Target, body: ScannedBody, sayings: Sayings): string | undefined {
  const { model, provider } = target
  const { name } = sayings.dialect
  const isNative = provider.config.row.speaks.includes(name)
  const why = isNative ? whySteered(target, body) : undefined
  if (why !== undefined) return why
  const lacking = whyLacking(model, body, kindOf(name), isNative && name === 'openai-chat')
  if (lacking !== undefined || isNative) return lacking
  const saying = sayings.to(target)
  return saying.kind === 'unsayable' ? saying.why : undefined
}

function whySteered({ id, provider }: Target, body: ScannedBody): string | undefined {
  const steering = steeringField(provider.config.row, body)
  return steering === undefined
    ? undefined
    : `${id} is at a provider where \`${steering}\` of the request would choose the model past the policy`
}

/** Why a model cannot take a request. Reads the messages only where the answer hangs on them. */
function whyLacking(model: Model, body: ScannedBody, kind: Model['kind'], chat: boolean): string | undefined {
  if (isPlain(model, body) && takes(model, body, kind, chat) && !mayOverflow(model, body)) return undefined
  const { tools, jsonSchema, reasoning, stream, maxOutput } = body
  const served = canServe(model, {
    kind,
    chat,
    tools,
    jsonSchema,
    reasoning,
    stream,
    images: model.capabilities.images !== true && mayHoldImages(body) && body.conversation().images,
    ...(maxOutput === undefined ? {} : { maxOutput }),
    ...(kind === 'generation' && mayOverflow(model, body)
      ? { inputTokens: body.conversation().inputTokens }
      : {}),
    ...(model.retired === undefined ? {} : { day: new Date().toISOString().slice(0, 10) }),
  })
  return served.ok ? undefined : `${model.id} ${showIncapable(served.reason)}`
}

/** An embeddings request may hold many inputs, each of which fits by itself: its size says nothing. */
function kindOf(dialect: DialectName): Model['kind'] {
  return dialects[dialect].endpoint === 'embeddings' ? 'embedding' : 'generation'
}

/** Asks for nothing that a model may lack: most requests, and worth telling apart before any need is gathered. */
function isPlain({ capabilities }: Model, body: ScannedBody): boolean {
  return (
    !body.tools &&
    !body.jsonSchema &&
    !body.reasoning &&
    body.maxOutput === undefined &&
    (capabilities.images === true || !mayHoldImages(body))
  )
}

function takes(
  { kind, retired, capabilities }: Model,
  { stream }: ScannedBody,
  asked: Model['kind'],
  chat: boolean,
): boolean {
  if (kind !== asked || retired !== undefined) return false
  return (!stream || capabilities.streaming !== false) && (!chat || capabilities.chat !== false)
}

const IMAGE = Buffer.from('"image')
const INPUT_IMAGE = Buffer.from('"input_image"')

function mayHoldImages(body: ScannedBody): boolean {
  return body.bytes.includes(IMAGE) || body.bytes.includes(INPUT_IMAGE)
}

function mayOverflow(model: Model, body: ScannedBody): boolean {
  const inputMax = Math.min(model.context ?? Infinity, model.maxInput ?? Infinity)
  return body.bytes.length > inputMax * BYTES_PER_TOKEN_MIN
}
