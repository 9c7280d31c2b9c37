import { hash } from 'node:crypto'
import type { AnswerHome, AnswerHomes } from '../upstream/answer-homes.ts'
import type { AccountState, Target, Targets } from '../upstream/target.ts'
import type { Dialect, WireBody } from '../wire/dialect.ts'
import type { Seals } from '../wire/seals.ts'

/** Where a request goes. */
interface Place {
  readonly target: Target
  readonly account: AccountState
}

/** A request that holds what some account or server sealed, as far as this gateway saw it made. */
export class SealedRequest {
  readonly #dialect: Dialect
  readonly #seals: Seals
  readonly #body: WireBody
  readonly #homes: ReadonlyMap<string, AnswerHome>
  /** The maker of what it cannot be said without. */
  readonly needed: AnswerHome | undefined
  readonly #latest: AnswerHome

  constructor(
    dialect: Dialect & { readonly seals: Seals },
    body: WireBody,
    homes: ReadonlyMap<string, AnswerHome>,
    needed: AnswerHome | undefined,
  ) {
    this.#dialect = dialect
    this.#seals = dialect.seals
    this.#body = body
    this.#homes = homes
    this.needed = needed
    this.#latest = [...homes.values()].at(-1)!
  }

  /** Whether this place reads what was sealed last: a request goes there first. */
  readonly isAtHome = (target: Target, account: AccountState): boolean =>
    this.#reads({ target, account }, this.#latest)

  /** How a warning names what this place is not sent; `undefined` where it is sent all. */
  droppedAt(place: Place): string | undefined {
    return this.#isForeign(place) ? this.#seals.field : undefined
  }

  /** The request as this place can read it. */
  bodyAt(place: Place): WireBody {
    if (!this.#isForeign(place)) return this.#body
    const bytes = this.#seals.without(this.#body, (seal) => {
      const home = this.#homes.get(seal)
      return home !== undefined && !this.#reads(place, home)
    })
    const body = this.#dialect.read(bytes)
    if ('kind' in body)
      throw new Error(`without its seals this is no ${this.#dialect.name} request: ${body.message}`)
    return body
  }

  #isForeign(place: Place): boolean {
    return [...this.#homes.values()].some((home) => !this.#reads(place, home))
  }

  #reads({ target, account }: Place, home: AnswerHome): boolean {
    const { config } = target.provider
    return this.#seals.readBy === 'server'
      ? config.baseUrl === home.server
      : config.name === home.provider && account.number === home.account
  }
}

/** What of a request is sealed; `undefined` where nothing is, or nobody knows by whom. */
export function sealedRequest(
  dialect: Dialect,
  body: WireBody,
  owner: string,
  known: AnswerHomes,
): SealedRequest | undefined {
  if (!hasSeals(dialect) || known.isEmpty) return undefined
  const homes = new Map<string, AnswerHome>()
  let needed: AnswerHome | undefined
  for (const { seal, isNeeded } of dialect.seals.inRequest(body)) {
    const home = known.find(owner, nameOf(seal))
    if (home === undefined) continue
    homes.set(seal, home)
    if (isNeeded) needed = home
  }
  return homes.size === 0 ? undefined : new SealedRequest(dialect, body, homes, needed)
}

function hasSeals(dialect: Dialect): dialect is Dialect & { readonly seals: Seals } {
  return dialect.seals !== undefined
}

/** Remembers who made what is sealed in a piece of an answer. */
export function noteSeals({ inAnswer }: Seals, bytes: Buffer, keep: (name: string) => void): void {
  for (const seal of inAnswer(bytes)) keep(nameOf(seal))
}

/** Sealed thoughts are kilobytes long; their digest names them. */
const nameOf = (seal: string): string => (seal.length <= 64 ? seal : hash('sha256', seal, 'base64url'))

/** Of each snapshot's targets: the dialects in which more than one account or server seals. */
const divided = new WeakMap<Targets, Map<Dialect, boolean>>()

/** Whether what one place has sealed can come to another that does not read it; else nobody need remember who made it. */
export function isDivided(targets: Targets, dialect: Dialect): boolean {
  let known = divided.get(targets)
  if (known === undefined) divided.set(targets, (known = new Map()))
  let answer = known.get(dialect)
  if (answer === undefined) known.set(dialect, (answer = makersOf(targets, dialect).size > 1))
  return answer
}

function makersOf(targets: Targets, { name, seals }: Dialect): ReadonlySet<string> {
  if (seals === undefined) return new Set()
  const providers = [...targets.values()].map(({ provider }) => provider)
  const speaking = providers.filter(({ config }) => config.row.speaks.includes(name))
  return new Set(
    speaking.flatMap(({ config, accounts }) =>
      seals.readBy === 'server'
        ? [config.baseUrl]
        : accounts.map(({ number }) => JSON.stringify([config.name, number])),
    ),
  )
}
