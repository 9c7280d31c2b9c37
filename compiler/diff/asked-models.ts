import { builtinFacts } from '../../core/facts.ts'
import { embeddingsEndpoint } from '../../core/tables.ts'
import type { FactRow } from '../../core/types.ts'
import type { DecisionTable } from '../../schemas/generated/decision-table.ts'
import { classes as classSet } from '../class-set.ts'
import type { Space } from '../classes.ts'
import type { Cube } from '../cube.ts'
import type { Atom } from '../typed.ts'
import type { AskingFor } from './row-lines.ts'

const nowhere = { file: '', start: 0, end: 0 }

const rowOf = (name: string): FactRow => builtinFacts.find((row) => row.name === name) as FactRow

/** Read by `asked` stages, and by the choice between the two route tables, whether a condition names them or not. */
const [model, endpoint] = [rowOf('model'), rowOf('endpoint')]

const member = (fact: FactRow, values: readonly string[]): Atom => ({
  kind: 'atom',
  fact,
  test: { kind: 'member', values },
  span: nowhere,
})

/**
 * What is to be told apart though no condition may say so: embeddings from all other requests, and which of the models
 * that a client may ask for the guard forbids, where a chain goes to the one asked for.
 */
export function unwrittenAtoms(...tables: readonly DecisionTable[]): readonly Atom[] {
  const bans = tables.flatMap(({ actions }) => actions.filter((action) => action.kind === 'never-use'))
  return [member(endpoint, [embeddingsEndpoint]), ...bans.map(({ models }) => member(model, models))]
}

/** The requests for one of these models, as a cube of a space that tells them apart. */
export function askingFor(space: Space): AskingFor {
  const number = space.axes.findIndex(({ fact }) => fact.name === model.name)
  const axis = space.axes[number]
  return (models) => {
    if (axis === undefined || models.length === 0) return undefined
    const asked = models.map((id) => axis.classOf(id))
    return [{ axis: number, set: classSet(axis.count, asked) }]
  }
}

/** The requests that `route embeddings` governs. */
export function embeddingsIn(space: Space): Cube {
  const number = space.axes.findIndex(({ fact }) => fact.name === endpoint.name)
  const axis = space.axes[number] as Space['axes'][number]
  return [{ axis: number, set: classSet(axis.count, [axis.classOf(embeddingsEndpoint)]) }]
}
