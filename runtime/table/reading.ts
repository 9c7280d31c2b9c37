import { embeddingsEndpoint } from '../../core/tables.ts'
import type { FactValue } from '../../core/types.ts'
import type { RefusedOutcome, RequestView } from '../contracts.ts'
import { asciiLower } from './ascii-case.ts'
import { classOfValue, type LinkedAxis } from './axis.ts'
import { type BitRows, type ClassSource, matchesRow } from './bit-rows.ts'
import type { ReadFact } from './facts.ts'
import { askedModel, readerOf, RefusedValue } from './facts.ts'
import type { DecisionState } from './state.ts'

/** One row of the requests that a budget or limit counts. */
export interface CountedRow {
  readonly table: BitRows
  readonly row: number
}

/** Facts by name; one that is not named is missing. */
export type TypedFacts = Readonly<Record<string, FactValue>>

type Read = FactValue | undefined | RefusedValue

const unread = -2

/**
 * One decision's facts: read on first use, classified, and remembered across its tables. The two subclasses differ only in where a value comes from, so that
 * a request and its typed facts cannot be decided by different rules.
 */
export abstract class Reading implements ClassSource {
  readonly axes: readonly LinkedAxis[]
  readonly #classes: Int32Array
  #values: (FactValue | undefined)[] = []
  #refused: RefusedOutcome | undefined

  /** Per axis of a budget or limit: the rows of the requests that it counts. */
  readonly #counted: ReadonlyMap<number, readonly CountedRow[]>

  constructor(axes: readonly LinkedAxis[], counted: ReadonlyMap<number, readonly CountedRow[]>) {
    this.axes = axes
    this.#classes = new Int32Array(axes.length)
    this.#counted = counted
  }

  /** What was wrong, once `classOf` has returned -1. */
  get refused(): RefusedOutcome | undefined {
    return this.#refused
  }

  /** Values by axis as far as they were read. The array belongs to this decision: the next one gets another. */
  get values(): readonly (FactValue | undefined)[] {
    return this.#values
  }

  classOf(axis: number): number {
    const known = this.#classes[axis] as number
    return known === unread ? this.#classify(axis) : known
  }

  /** The catalogue id asked for, for stages that say `asked`. */
  abstract asked(): string | undefined

  /** Whether `route embeddings` governs the request, rather than `route`. */
  abstract isEmbeddings(): boolean

  /** What tells this request from all others. */
  abstract id(): string

  /** What a split divides by: the value of an axis's fact, or the request's id where it has none. */
  divider(axis: number): string {
    this.classOf(axis)
    const value = this.#values[axis]
    return value === undefined ? this.id() : String(value)
  }

  protected abstract read(axis: number, linked: LinkedAxis): Read

  protected reset(): void {
    for (let axis = 0; axis < this.#classes.length; axis++) this.#classes[axis] = unread
    this.#values = []
    this.#refused = undefined
  }

  /** A budget or limit counts nothing of a request to which it does not apply, whatever is said of it. */
  #counts(axis: number): boolean {
    if (this.#counted.size === 0) return true
    const counted = this.#counted.get(axis)
    return counted === undefined || counted.some(({ table, row }) => matchesRow(table, row, this))
  }

  #classify(axis: number): number {
    const linked = this.axes[axis] as LinkedAxis
    // Until it is known, a budget's own axis stands at nothing spent: no table, however bent, asks itself for ever.
    this.#classes[axis] = linked.missing
    const value = this.#counts(axis) ? this.read(axis, linked) : undefined
    const found =
      value instanceof RefusedValue
        ? -1
        : value === undefined
          ? linked.missing
          : classOfValue(linked.lookup, value)
    this.#classes[axis] = found
    if (found === -1) this.#refused = value instanceof RefusedValue ? value.outcome : mistyped(linked)
    else if (linked.literal === undefined) this.#values[axis] = value as FactValue | undefined
    else this.#values[axis] = found === 1 // INVARIANT: the text itself is never kept: it would reach the log
    return found
  }
}

function mistyped(axis: LinkedAxis): RefusedOutcome {
  return {
    kind: 'refused',
    fact: axis.fact,
    message: `The fact \`${axis.fact}\` does not take this value; its type is ${axis.type.kind}.`,
  }
}

/** Facts of a team's own, by `x-gwc.from`: what the gateway itself knows is never wrong. */
const isDeclared = ({ origin: { kind } }: LinkedAxis): boolean =>
  kind === 'header' || kind === 'metadata' || kind === 'key'

/** Facts of a live request. */
export class RequestReading extends Reading {
  readonly #readers: readonly ReadFact[]
  /** Axes of declared facts: their values can be wrong, so each is read before any rule is tried. */
  readonly #declared: readonly number[]
  #request: RequestView | undefined
  #state: DecisionState | undefined
  #lowered: string | undefined

  constructor(axes: readonly LinkedAxis[], counted: ReadonlyMap<number, readonly CountedRow[]>) {
    super(axes, counted)
    this.#readers = axes.map(readerOf)
    this.#declared = axes.flatMap((axis, index) => (isDeclared(axis) ? [index] : []))
  }

  begin(request: RequestView, state: DecisionState): this {
    this.reset()
    this.#request = request
    this.#state = state
    this.#lowered = undefined
    for (const axis of this.#declared) if (this.classOf(axis) === -1) break
    return this
  }

  asked(): string | undefined {
    return this.#request === undefined || this.#state === undefined
      ? undefined
      : askedModel(this.#request, this.#state)
  }

  isEmbeddings(): boolean {
    return this.#request?.endpoint === embeddingsEndpoint
  }

  id(): string {
    return this.#request?.id ?? ''
  }

  /** Forgets the request, whose body would else live until the next one. */
  end(): void {
    this.#request = undefined
    this.#lowered = undefined
  }

  protected override read(axis: number, linked: LinkedAxis): Read {
    const value = (this.#readers[axis] as ReadFact)(
      this.#request as RequestView,
      this.#state as DecisionState,
    )
    if (linked.literal === undefined || typeof value !== 'string') return value
    return (this.#lowered ??= this.#request?.body.conversation().lowered ?? asciiLower(value))
  }
}

/** Facts given by name, as witnesses, tests and `gwc why` give them. */
export class TypedReading extends Reading {
  #facts: TypedFacts = {}

  begin(facts: TypedFacts): this {
    this.reset()
    this.#facts = facts
    return this
  }

  /** The fact `model` is a catalogue id `provider/name`, or *other*, which names no model. */
  asked(): string | undefined {
    const { model } = this.#facts
    return typeof model === 'string' && model.includes('/') ? model : undefined
  }

  isEmbeddings(): boolean {
    return this.#facts['endpoint'] === embeddingsEndpoint
  }

  /** Typed facts are of no request: those without the fact fall to one arm. */
  id(): string {
    return ''
  }

  protected override read(_: number, linked: LinkedAxis): Read {
    const value = this.#facts[linked.fact]
    return linked.literal === undefined || typeof value !== 'string' ? value : asciiLower(value)
  }
}
