import { deepEqual, equal, ok } from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import type { BudgetCharge, Charge, LimitCharge } from '../../runtime/money/charge.ts'
import { windowAt } from '../../runtime/money/core/calendar-window.ts'
import { decide } from '../../runtime/money/core/decide.ts'
import { restore } from '../../runtime/money/core/restore.ts'
import type { Row } from '../../runtime/money/core/rows.ts'
import { spentBy } from '../../runtime/money/core/state.ts'
import type { MoneyState } from '../../runtime/money/core/state.ts'
import { openStore } from '../../runtime/money/open-store.ts'
import { findAttempt, readAll, readCountersSince, recompute } from '../../runtime/money/sqlite/read-rows.ts'
import { rollUp } from '../../runtime/money/sqlite/roll-up.ts'
import { writesTo } from '../../runtime/money/sqlite/write-rows.ts'
import type { HoldReply, MoneyStore } from '../../runtime/money/store.ts'
import type { MoneyWriter } from '../../runtime/money/writer.ts'
import { migrations } from '../../runtime/store/migrations.ts'
import { fc } from './fast-check.ts'
import { budget, hold, limit, settlement, setWorld } from './money.ts'

/**
 * The production store in a world of its own: clock, disk, provider and crashes are steps. After each step its counters are
 * held against what each attempt was told and what its provider billed.
 */
export interface Step {
  readonly kind: (typeof kinds)[number]
  /** What the step draws its choices from. */
  readonly a: number
  readonly b: number
}

const kinds = [
  'reserve',
  'send',
  'settle exactly',
  'settle unknown',
  'release',
  'say again',
  'end of turn',
  'disk writes',
  'disk fails',
  'disk writes and does not say so',
  'time passes',
  'clock jumps',
  'crash',
  'limit changes',
  'rename',
  'operator corrects',
  'bill above the bound',
] as const

/** How often each comes, beside the others. */
const weights: Readonly<Record<Step['kind'], number>> = {
  reserve: 24,
  send: 14,
  'settle exactly': 10,
  'settle unknown': 4,
  release: 4,
  'say again': 5,
  'end of turn': 6,
  'disk writes': 16,
  'disk fails': 1,
  'disk writes and does not say so': 1,
  'time passes': 4,
  'clock jumps': 2,
  crash: 2,
  'limit changes': 2,
  rename: 1,
  'operator corrects': 2,
  'bill above the bound': 1,
}

export const someSteps = fc.array(
  fc.record({
    kind: fc.oneof(...kinds.map((kind) => ({ arbitrary: fc.constant(kind), weight: weights[kind] }))),
    a: fc.nat(999),
    b: fc.nat(999),
  }),
  { minLength: 20, maxLength: 120, size: 'max' },
)

/** An attempt as its caller and its provider know it. */
interface Attempt {
  readonly id: string
  readonly bound: number
  readonly estimate: number
  readonly hard: readonly string[]
  readonly soft: readonly string[]
  readonly hasPlace: boolean
  /** What its caller was told; `undefined` while it waits. */
  told: HoldReply['kind'] | undefined
  standing: 'held' | 'ended' | 'nothing'
  certain: number
  uncertain: number
  softUncertain: number
  wasSwept: boolean
  wasReleased: boolean
  /** An operator has looked at its bill: whoever held it is gone, and sends it no more. */
  isLookedAt: boolean
  isSent: boolean
  bill: number
  deadlineMs: number
  /** What is said once more by `say again`. */
  said: (() => Promise<unknown>) | undefined
  isHoldSaid: boolean
}

const startMs = Date.UTC(2026, 9, 25, 0, 30) // half an hour before clocks go back in Berlin
const zone = 'Europe/Berlin'

/** Runs steps; throws at the first that breaks a promise. */
export async function simulate(steps: readonly Step[]): Promise<void> {
  const world = await openWorld()
  try {
    for (const step of steps) {
      await take(world, step)
      check(world)
    }
    await rest(world)
  } finally {
    world.database.close()
  }
}

type World = Awaited<ReturnType<typeof openWorld>>

async function openWorld() {
  const database = new DatabaseSync(':memory:')
  for (const migration of migrations) database.exec(migration)
  const clock = setWorld(startMs)
  const turn: (() => void)[] = []
  const world = {
    database,
    write: writesTo(database),
    rowCount: database.prepare(
      'SELECT (SELECT count(*) FROM holds WHERE attempt_id = ?1) + (SELECT count(*) FROM ledger WHERE attempt_id = ?1) AS n',
    ),
    clock,
    turn,
    asked: undefined as { rows: readonly Row[]; fate: PromiseWithResolvers<readonly string[]> } | undefined,
    attempts: [] as Attempt[],
    limits: { key: 120, team: 200, org: 150 },
    names: { key: 'key', team: 'team' } as Record<string, string>,
    violated: new Set<string>(),
    broken: undefined as unknown,
    life: 0,
    state: undefined as unknown as MoneyState,
    store: undefined as unknown as MoneyStore,
  }
  start(world)
  return world
}

/** Opens the store on what is on disk, as after a crash. */
function start(world: World): void {
  const { database, clock, turn } = world
  turn.length = 0
  world.asked = undefined
  const life = (world.life += 1)
  /** What a process had still to do ends with it. */
  const alive = (call: () => void) => (): void => {
    if (world.life === life) call()
  }
  const writer: MoneyWriter = {
    write: (rows) => {
      world.asked = { rows, fate: Promise.withResolvers() }
      return world.asked.fate.promise
    },
    find: (attemptId) => Promise.resolve(findAttempt(database, attemptId)),
    recompute: (sinceMs) => Promise.resolve(recompute(database, sinceMs)),
    countersSince: (atMs) => Promise.resolve(readCountersSince(database, atMs)),
    rollUp: (beforeMs) => Promise.resolve(rollUp(database, beforeMs)),
    close: () => Promise.resolve(),
  }
  const state = restore(readAll(database, clock.now()))
  const owners = new Set([...state.holds.values()].map(({ owner }) => owner))
  const rows = [...owners].flatMap((owner) => decide(state, { kind: 'end owner', owner }, clock.now()).rows)
  world.state = state
  world.store = openStore(
    {
      state,
      writer,
      owner: `process ${life}`,
      world: {
        ...clock,
        soon: (call) => turn.push(alive(call)),
        after: (ms, call) => clock.after(ms, alive(call)),
      },
      reports: { alarm: () => undefined, writing: () => undefined },
    },
    rows,
  )
}

// ---------------------------------------------------------------------------------------------- steps

const settleMicrotasks = async (): Promise<void> => {
  for (let n = 0; n < 12; n++) await Promise.resolve()
}

function endTurn({ turn }: World): void {
  for (const call of turn.splice(0)) call()
}

async function take(world: World, { kind, a, b }: Step): Promise<void> {
  switch (kind) {
    case 'reserve':
      reserve(world, a, b)
      break
    case 'send': {
      const attempt = pick(world, a, isSendable)
      if (attempt === undefined) break
      attempt.isSent = true
      attempt.bill = Math.floor((attempt.bound * b) / 999)
      break
    }
    case 'settle exactly':
      settle(world, pick(world, a, isSettleable), 0)
      break
    case 'settle unknown':
      settle(world, pick(world, a, isSettleable), b % 2 === 0 ? 'rest' : b)
      break
    case 'release':
      release(
        world,
        pick(world, a, ({ told, isSent }) => told === 'held' && !isSent),
      )
      break
    case 'say again':
      pick(world, a, ({ said }) => said !== undefined)
        ?.said?.()
        .catch(() => undefined)
      break
    case 'end of turn':
      endTurn(world)
      break
    case 'disk writes':
      endTurn(world)
      await settleMicrotasks()
      disk(world, true, true)
      break
    case 'disk fails':
      disk(world, false, false)
      break
    case 'disk writes and does not say so':
      disk(world, true, false)
      break
    case 'time passes':
      pass(world, [10, 301, 1_001, 60_000, 700_000, 3_600_000][a % 6]!)
      break
    case 'clock jumps':
      world.clock.set(world.clock.now() + [-3_600_000, 3_600_000, 86_400_000, 7 * 86_400_000][a % 4]!)
      sweepModel(world, 0)
      break
    case 'crash':
      crash(world, a % 2 === 0)
      break
    case 'limit changes':
      world.limits[(['key', 'team', 'org'] as const)[a % 3]!] = 20 + (b % 300)
      break
    case 'rename':
      rename(world)
      break
    case 'operator corrects':
      correct(
        world,
        pick(world, a, ({ standing, told }) => standing === 'ended' && told === 'held'),
      )
      break
    case 'bill above the bound':
      overbill(
        world,
        pick(world, a, ({ standing, isSent, told }) => told === 'held' && standing === 'held' && !isSent),
        b,
      )
      break
  }
  await settleMicrotasks()
}

const isSendable = ({ told, isSent, standing, wasSwept, wasReleased, isLookedAt }: Attempt): boolean =>
  told === 'held' && !isSent && !wasReleased && !isLookedAt && (standing === 'held' || wasSwept)

const isSettleable = ({ told, isSent, standing, wasSwept }: Attempt): boolean =>
  told === 'held' && isSent && (standing === 'held' || wasSwept)

function pick(world: World, a: number, isFit: (attempt: Attempt) => boolean): Attempt | undefined {
  const fit = world.attempts.filter(isFit)
  return fit[a % Math.max(1, fit.length)]
}

function chargesOf(world: World, a: number): readonly Charge[] {
  const periods = ['hour', 'day', 'month'] as const
  const of = `developer=d${a % 2}`
  const key: BudgetCharge = budget({
    name: world.names['key']!,
    of,
    zone,
    period: periods[a % 3]!,
    limit: world.limits.key,
  })
  const team = budget({ name: world.names['team']!, zone, period: 'day', limit: world.limits.team })
  const org = budget({ name: 'org', zone, soft: true, limit: world.limits.org })
  const places: LimitCharge = limit({ name: 'parallel', counts: 'concurrent', windowMs: 0, limit: 6 })
  return ([[key, team, org, places], [key, places], [org], [team, org], [places, key, team]] as const)[a % 5]!
}

/** What a budget counts under, whatever it is called by now. */
const keyOf = ({ name, of, period, zone }: BudgetCharge, nowMs: number): string =>
  `${name.replace(/-renamed.*/, '')} ${of} ${period} ${windowAt(period, zone, nowMs).label}`

function reserve(world: World, a: number, b: number): void {
  const { attempts, clock, store } = world
  const charges = chargesOf(world, a)
  const budgets = charges.filter((charge) => charge.kind === 'budget')
  const nowMs = clock.now()
  const attempt: Attempt = {
    id: `a${attempts.length}`,
    bound: 1 + (b % 60),
    estimate: 1 + (a % 30),
    hard: budgets.filter(({ soft }) => !soft).map((charge) => keyOf(charge, nowMs)),
    soft: budgets.filter(({ soft }) => soft).map((charge) => keyOf(charge, nowMs)),
    hasPlace: charges.some(({ kind }) => kind === 'limit'),
    told: undefined,
    standing: 'nothing',
    certain: 0,
    uncertain: 0,
    softUncertain: 0,
    wasSwept: false,
    wasReleased: false,
    isLookedAt: false,
    isSent: false,
    bill: 0,
    deadlineMs: nowMs + 600_000,
    said: undefined,
    isHoldSaid: true,
  }
  const spentBefore = budgets.map((charge) => expected(world, keyOf(charge, nowMs), charge.soft))
  const placesBefore = places(world)
  attempts.push(attempt)
  const request = hold(attempt.id, charges, { boundNanos: attempt.bound, estimateNanos: attempt.estimate })
  const asked = store.reserve(request)
  if (world.state.holds.has(attempt.id)) attempt.standing = 'held'
  const full = budgets.find(
    (charge, place) => !charge.soft && spentBefore[place]! + attempt.bound > charge.limit,
  )
  const hasRoom = full === undefined && (!attempt.hasPlace || placesBefore < 6)
  if (attempt.standing === 'held') ok(hasRoom, `${attempt.id} was held without room`)
  if (attempt.standing === 'held') attempt.said = () => world.store.reserve(request)
  asked
    .then(
      (reply) => {
        if (world.store !== store) return // its caller died with it
        attempt.told = reply.kind
        // Nothing was held of it, though a sweep may have come before the row that says so.
        if (reply.kind === 'unavailable' && (attempt.standing === 'held' || attempt.wasSwept))
          end(attempt, 0, 0, 0)
        if (reply.kind === 'denied') {
          ok(!hasRoom, `${attempt.id} was denied although it fits`)
          ok(reply.reading.spent + (reply.charge.kind === 'limit' ? 1 : attempt.bound) > reply.reading.limit)
        }
        if (reply.kind === 'frozen') ok(world.violated.size > 0)
      },
      () => undefined,
    )
    .catch((error: unknown) => (world.broken ??= error))
}

function end(attempt: Attempt, certain: number, uncertain: number, softUncertain: number): void {
  attempt.standing = 'ended'
  attempt.wasSwept = false
  attempt.certain = certain
  attempt.uncertain = uncertain
  attempt.softUncertain = softUncertain
}

function settle(world: World, attempt: Attempt | undefined, unknown: number | 'rest'): void {
  if (attempt === undefined) return
  const { bound, estimate, bill } = attempt
  const certain = unknown === 0 ? bill : Math.floor(bill / 2)
  const told = typeof unknown === 'number' && unknown > 0 ? Math.max(unknown % 40, bill - certain) : unknown
  const rest = Math.max(0, bound - certain)
  const said = settlement(attempt.id, certain, {
    uncertainNanos: told,
    outcome: unknown === 0 ? 'complete' : 'aborted',
  })
  attempt.isHoldSaid = false
  attempt.said = () => {
    if (attempt.standing === 'held' || attempt.wasSwept)
      end(
        attempt,
        certain,
        told === 'rest' ? rest : Math.min(told, rest),
        told === 'rest' ? Math.max(0, estimate - certain) : told,
      )
    return world.store.settle(said)
  }
  attempt.said().catch(() => undefined)
}

function release(world: World, attempt: Attempt | undefined): void {
  if (attempt === undefined || attempt.standing === 'nothing') return
  if (attempt.standing === 'ended' && !attempt.wasSwept) return
  attempt.isHoldSaid = false
  attempt.said = () => {
    if (attempt.standing === 'held' || attempt.wasSwept) {
      end(attempt, 0, 0, 0)
      attempt.wasReleased = true
    }
    return world.store.release(attempt.id, 1)
  }
  attempt.said().catch(() => undefined)
}

function correct(world: World, attempt: Attempt | undefined): void {
  if (attempt === undefined || attempt.wasReleased) return
  const { id, bill } = attempt
  const said = { attemptId: id, certainNanos: bill, source: 'operator' as const, aboveBound: true }
  attempt.isHoldSaid = false
  attempt.isLookedAt = true
  attempt.said = () => {
    if (attempt.standing === 'ended') end(attempt, bill, 0, 0)
    return world.store.correct(said)
  }
  attempt.said().catch(() => undefined)
}

function overbill(world: World, attempt: Attempt | undefined, b: number): void {
  if (attempt === undefined) return
  attempt.isSent = true
  attempt.bill = attempt.bound + 1 + (b % 20)
  for (const key of attempt.hard) world.violated.add(key)
  settle(world, attempt, 0)
}

function rename(world: World): void {
  const from = world.names['key']!
  const to = from.includes('renamed') ? 'key' : `key-renamed`
  if (world.asked === undefined) world.names['key'] = to
  world.store.rename(from, to).catch(() => undefined)
}

/** A store looks ten times a second whether its disk answers, and gives it up after a second. */
function pass(world: World, ms: number): void {
  const watched = Math.min(ms, 1_200)
  for (let left = watched; left > 0; left -= 100) world.clock.pass(Math.min(left, 100))
  for (let left = ms - watched; left > 0; left -= 1_000) {
    world.clock.pass(Math.min(left, left > 5_000 ? left : 1_000))
    if (left > 5_000) break
  }
  sweepModel(world, ms)
}

/** What the store sweeps each second. */
function sweepModel(world: World, passedMs: number): void {
  for (const attempt of world.attempts)
    if (attempt.standing === 'held' && !world.state.holds.has(attempt.id)) {
      if (attempt.told === undefined) {
        // Its caller hears in this very moment that nothing was held.
        const ended = world.state.ended.get(attempt.id)
        if (ended?.state === 'unsent') continue
      }
      ok(attempt.deadlineMs <= world.clock.now(), `${attempt.id} was swept before its deadline`)
      ok(passedMs >= 0)
      end(attempt, 0, attempt.bound, attempt.estimate)
      attempt.wasSwept = true
    }
}

// ---------------------------------------------------------------------------------------------- disk and crashes

function disk(world: World, isWritten: boolean, isSaid: boolean): void {
  const { asked } = world
  if (asked === undefined) return
  world.asked = undefined
  const repeated = isWritten ? world.write(asked.rows) : []
  if (isSaid) asked.fate.resolve(repeated)
  else {
    asked.fate.reject(new Error('disk'))
    world.clock.pass(0)
  }
}

/** All that was not on disk is gone; a batch that was under way may be on it. */
function crash(world: World, isWritten: boolean): void {
  if (world.asked !== undefined && isWritten) world.write(world.asked.rows)
  const { database } = world
  start(world)
  for (const attempt of world.attempts) {
    if (attempt.told === undefined) attempt.told = 'unavailable'
    if (attempt.isHoldSaid) attempt.said = undefined
    const held = database.prepare('SELECT * FROM holds WHERE attempt_id = ?').get(attempt.id)
    const ended = findAttempt(database, attempt.id)
    if (ended !== undefined) end(attempt, ended.certainNanos, ended.uncertainNanos, ended.softUncertainNanos)
    else if (held !== undefined) end(attempt, 0, attempt.bound, attempt.estimate)
    else {
      // What hard budgets do not count goes on while nothing can be written.
      ok(attempt.told !== 'held' || attempt.hard.length === 0, `${attempt.id} was held without a row`)
      attempt.standing = 'nothing'
      attempt.said = undefined
    }
    attempt.wasSwept = held !== undefined || ended?.state === 'swept'
  }
  const aliases = new Map(world.state.aliases)
  if (world.names['key'] === 'key-renamed' && aliases.get('key-renamed') !== 'key') world.names['key'] = 'key'
}

// ---------------------------------------------------------------------------------------------- the promises

/** What a counter is by what was said of each attempt. */
function expected(world: World, key: string, isSoft: boolean): number {
  let sum = 0
  for (const attempt of world.attempts)
    if ((isSoft ? attempt.soft : attempt.hard).includes(key)) sum += chargedBy(attempt, isSoft)
  return sum
}

function chargedBy(attempt: Attempt, isSoft: boolean): number {
  switch (attempt.standing) {
    case 'nothing':
      return 0
    case 'held':
      return isSoft ? attempt.estimate : attempt.bound
    case 'ended':
      return attempt.certain + (isSoft ? attempt.softUncertain : attempt.uncertain)
  }
}

const places = ({ attempts }: World): number =>
  attempts.filter(({ hasPlace, standing }) => hasPlace && standing === 'held').length

function check(world: World): void {
  const { state } = world
  if (world.broken !== undefined) throw world.broken
  sweepModel(world, 0)
  for (const counter of state.counters.values()) {
    const name = counter.name.replace(/-renamed.*/, '')
    const key = `${name} ${counter.of} ${counter.period} ${counter.label}`
    const isSoft = name === 'org'
    equal(spentBy(counter), expected(world, key, isSoft), `counter ${key}`)
    if (isSoft) continue
    // A bill above its bound breaks an assumption, until it is told.
    const bills = world.attempts
      .filter((attempt) => attempt.hard.includes(key))
      .reduce((sum, { bill, bound, certain }) => sum + (certain < bill ? Math.min(bill, bound) : bill), 0)
    ok(bills <= spentBy(counter), `${key} is billed ${bills} and counts ${spentBy(counter)}`)
    ok(counter.heldNanos >= 0 && counter.certainNanos >= 0 && counter.uncertainNanos >= 0)
  }
  const taken = [...state.limits.values()].find((each) => each.counts === 'concurrent')?.places ?? 0
  equal(taken, places(world), 'places')
  for (const { id, isSent, hard } of world.attempts)
    if (isSent && hard.length > 0)
      ok(rowsOf(world, id) === 1, `${id} was sent, and has ${rowsOf(world, id)} rows`)
}

function rowsOf({ rowCount }: World, id: string): number {
  return Number(rowCount.get(id)?.['n'])
}

/** In the end all is settled or swept, all is on disk, and nothing is held. */
async function rest(world: World): Promise<void> {
  for (const attempt of world.attempts) if (isSettleable(attempt)) settle(world, attempt, 0)
  world.clock.set(world.clock.now() + 10 * 86_400_000)
  for (let round = 0; round < 6; round++) {
    pass(world, 700_000)
    endTurn(world)
    await settleMicrotasks()
    disk(world, true, true)
    await settleMicrotasks()
  }
  check(world)
  equal(world.state.holds.size, 0)
  for (const counter of world.state.counters.values()) equal(counter.heldNanos, 0)
  let verified: unknown = 'never'
  void world.store.verify().then((found) => (verified = found))
  for (let round = 0; round < 3; round++) {
    endTurn(world)
    await settleMicrotasks()
    disk(world, true, true)
    await settleMicrotasks()
  }
  deepEqual(verified, [])
  for (const { id, told, standing } of world.attempts)
    if (told === 'held' && standing !== 'nothing') equal(rowsOf(world, id), 1, `rows of ${id}`)
}
