import { resolveModel } from '../../../core/model-names.ts'
import type { Identity } from '../../contracts.ts'
import type { Snapshot } from '../../snapshot.ts'
import { mayAsk } from '../../table/model-allowed.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { CallerApi } from './caller-api.ts'
import { modelsShapes } from './models-shape.ts'

/** What a client asks about the models. */
export interface ModelsQuery {
  readonly api: CallerApi
  /** One model, by any of its names; `undefined` for the list. */
  readonly model: string | undefined
  readonly query: URLSearchParams
}

/** The models that a key may ask for, in the shape of the caller's API; or one of them. */
export function listModels({ models }: Snapshot, identity: Identity, asked: ModelsQuery): object | Refusal {
  const shape = modelsShapes[asked.api]
  const named = models.models
    .filter(({ id, name }) => mayAsk(identity.models, name, id))
    .map((model) => ({ name: shape.nameOf(model, models), model }))
  if (asked.model === undefined) return shape.list(named, asked.query)
  const id = resolveModel(models, asked.model)
  const found = named.find(({ model }) => model.id === id)
  return found === undefined ? unknownModel : shape.one(found)
}

const unknownModel = refuse(
  404,
  'model_not_found',
  'This gateway serves no such model to this key; GET /v1/models lists those it does.',
  { param: 'model' },
)
