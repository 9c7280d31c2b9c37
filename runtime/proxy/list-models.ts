import type { Model } from '../../core/catalogue.ts'
import type { Identity } from '../contracts.ts'
import type { Snapshot } from '../snapshot.ts'
import { mayAsk } from '../table/model-allowed.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** The models that a key may ask for, in OpenAI's shape; or one of them. */
export function listModels(
  snapshot: Snapshot,
  identity: Identity,
  model: string | undefined,
): object | Refusal {
  const allowed = snapshot.models.models.filter(({ id, name }) => mayAsk(identity.models, name, id))
  if (model === undefined) return { object: 'list', data: allowed.map(entry) }
  const found = allowed.find(({ id }) => id === model)
  return found === undefined
    ? refuse(
        404,
        'model_not_found',
        'This gateway serves no such model to this key; GET /v1/models lists those it does.',
        { param: 'model' },
      )
    : entry(found)
}

function entry({ id, provider, date }: Model): object {
  return {
    id,
    object: 'model',
    created: date === undefined ? 0 : Date.parse(date) / 1000,
    owned_by: provider,
  }
}
