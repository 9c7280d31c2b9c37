import { embeddingsEndpoint } from '../../core/tables.ts'
import type { FactValue } from '../../core/types.ts'
import type { Axis } from '../classes/axis.ts'
import { classes as classSet } from '../class-set.ts'
import type { Space } from '../classes.ts'
import { indexCubes } from '../cover-index.ts'
import { areApart, type Cube } from '../cube.ts'
import type { PolicyDiff } from '../diff.ts'
import type { Facts } from '../holds.ts'
import type { Line, Strand } from './line.ts'
import { settlePoint } from './meters.ts'

/** What decides one request in one respect, on either side. */
export interface Judgement {
  readonly strand: string
  readonly before: Line
  readonly after: Line
}

/** What both policies make of one request. */
export interface Judged {
  /** Guard and route together. */
  readonly decision: Judgement
  /** Those strands that matter to the request, in their order. */
  readonly strands: readonly Judgement[]
}

/** Decides requests by both policies. What a request does not say of a fact, it lacks. */
export function judgeOf({
  space,
  meters,
  strands: { compared, decision },
}: Pick<PolicyDiff, 'space' | 'meters' | 'strands'>): (facts: Facts) => Judged {
  const decide = judgeStrand(space, decision)
  const others = compared.map((strand) => judgeStrand(space, strand))
  return (facts) => {
    const point = settlePoint(space, pointOf(space, facts), meters)
    const decided = decide(point)
    const judged = others.map((judge) => judge(point))
    const matters = whatMatters(decided, judged, facts)
    return { decision: decided, strands: judged.filter(({ strand }) => matters(strand)) }
  }
}

function judgeStrand(space: Space, { name, before, after }: Strand): (point: Cube) => Judgement {
  const [old, now] = [firstLine(space, before), firstLine(space, after)]
  return (point) => ({ strand: name, before: old(point), after: now(point) })
}

const isDenied = ({ before, after }: Judgement): boolean =>
  before.effect.kind === 'deny' || after.effect.kind === 'deny'

/** Of a request that a guard denies only that; of one that is not sent not how; of one that is, its own route table. */
function whatMatters(
  decision: Judgement,
  judged: readonly Judgement[],
  facts: Facts,
): (strand: string) => boolean {
  const isGuarded = judged.some((each) => each.strand === 'guard' && isDenied(each))
  const table = facts.endpoint === embeddingsEndpoint ? 'embeddings' : 'route'
  return (strand) => {
    if (strand === 'guard') return true
    return strand === 'route' || strand === 'embeddings'
      ? !isGuarded && strand === table
      : !isDenied(decision)
  }
}

/** INVARIANT: the last line of a strand takes every request. */
function firstLine(space: Space, lines: readonly Line[]): (point: Cube) => Line {
  const index = indexCubes(
    space,
    lines.map(({ cube }) => cube),
  )
  return (point) => {
    const places = index.placesNear(point, lines.length)
    const place = places.find((each) => !areApart((lines[each] as Line).cube, point))
    return lines[place ?? lines.length - 1] as Line
  }
}

/** The classes of a request, as the cube that holds nothing else. */
export function pointOf(space: Space, facts: Facts): Cube {
  return space.axes.map((axis, number) => {
    const value = Object.hasOwn(facts, axis.fact.name) ? facts[axis.fact.name] : undefined
    const found = value === undefined ? (axis.unsaid ?? 0) : classOf(axis, value)
    return { axis: number, set: classSet(axis.count, [found]) }
  })
}

/** A log tells of a text only which literals were found in it. */
function classOf(axis: Axis, value: FactValue): number {
  if (axis.fact.type.kind !== 'text' || typeof value !== 'object') return axis.classOf(value)
  const { classes } = axis
  return classes.kind === 'contains' ? Number(classes.literal === '' || value.includes(classes.literal)) : 0
}
