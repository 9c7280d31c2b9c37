import { canServe, showIncapable } from '../../core/capability.ts'
import type { Model } from '../../core/catalogue.ts'
import type { ScannedBody } from '../contracts.ts'

/** Fewer bytes than this per token are not seen, so a body below context × this surely fits. */
const BYTES_PER_TOKEN_MIN = 2

/** Why a model cannot take a request, or `undefined` when it can. Reads the messages only where the answer hangs on them. */
export function whyIncapable(model: Model, body: ScannedBody): string | undefined {
  if (isPlain(model, body) && canStream(model, body) && !mayOverflow(model, body)) return undefined
  const { tools, jsonSchema, reasoning, stream, maxOutput } = body
  const served = canServe(model, {
    kind: 'generation',
    tools,
    jsonSchema,
    reasoning,
    stream,
    images: model.capabilities.images !== true && mayHoldImages(body) && body.conversation().images,
    ...(maxOutput === undefined ? {} : { maxOutput }),
    ...(mayOverflow(model, body) ? { inputTokens: body.conversation().inputTokens } : {}),
    ...(model.retired === undefined ? {} : { day: new Date().toISOString().slice(0, 10) }),
  })
  return served.ok ? undefined : `${model.id} ${showIncapable(served.reason)}`
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

function canStream({ kind, retired, capabilities }: Model, { stream }: ScannedBody): boolean {
  return kind === 'generation' && retired === undefined && (!stream || capabilities.streaming !== false)
}

function mayHoldImages(body: ScannedBody): boolean {
  return body.bytes.includes('"image')
}

function mayOverflow(model: Model, body: ScannedBody): boolean {
  const inputMax = Math.min(model.context ?? Infinity, model.maxInput ?? Infinity)
  return body.bytes.length > inputMax * BYTES_PER_TOKEN_MIN
}
