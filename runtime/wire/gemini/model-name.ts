import { isModelName } from '../../../core/model-names.ts'
import type { UrlWords } from '../dialect.ts'
import type { FieldReader } from '../field-reader.ts'

/** The model that a request asks for: what its URL says, else its body; Google's `models/` before the name is no part of it. */
export function modelOf(read: FieldReader<'model'>, said: UrlWords | undefined): string | undefined {
  const own = read.modelName('model')
  const written = said?.model ?? own
  if (written === undefined) return undefined
  const name = written.startsWith(PREFIX) ? written.slice(PREFIX.length) : written
  if (isModelName(name)) return name
  read.failModel('model')
  return undefined
}

const PREFIX = 'models/'

/** A model as Google's bodies name it. */
export function resourceName(model: string): string {
  return /^(?:models|tunedModels)\//.test(model) ? model : PREFIX + model
}

/** The path of a method of a model, below the version. */
export function methodPath(model: string, method: string): string {
  const name = resourceName(model)
  return `/${PLAIN.test(name) ? name : name.split('/').map(encodeURIComponent).join('/')}:${method}`
}

const PLAIN = /^[\w./@-]+$/
