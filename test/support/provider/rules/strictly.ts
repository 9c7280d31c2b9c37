import type { Json } from '../../../../runtime/wire/json.ts'
import type { Script } from '../../fake-provider.ts'
import { askedOf } from '../received-request.ts'
import { fail } from '../say.ts'
import { speechOf } from '../speech.ts'
import { faultOf } from './rules.ts'

/** Answers a request that the real API would refuse as it would, and leaves the others to a script. */
export function strictly(script: Script): Script {
  return (exchange) => {
    const { path, body } = exchange.request
    const { model } = askedOf(exchange.request)
    const message = faultOf(speechOf(path).name, JSON.parse(body.toString()) as Json, model)
    if (message === undefined) return script(exchange)
    return fail(400, {}, { message, type: 'invalid_request_error' })(exchange)
  }
}
