import { describe, expect, test } from 'vitest'
import { lastResort, pickLane } from '../../runtime/upstream/balance.ts'
import { failure } from '../../runtime/upstream/failure.ts'
import type { Failure } from '../../runtime/upstream/failure.ts'
import type { Lane } from '../../runtime/upstream/lane.ts'
import { lanePool } from '../../runtime/upstream/lane.ts'
import { ownLimits } from '../../runtime/upstream/own-limits.ts'
import type { AccountState } from '../../runtime/upstream/target.ts'
import { seededRandom } from '../support/seeded-random.ts'

const demand = { inputTokens: 100, outputTokens: 100 }
const usage = { input: 100, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 100, reasoning: 0 }

interface Said {
  readonly weight?: number
  readonly rpm?: number
  readonly tpm?: number
}

function lanesOf(...accounts: readonly Said[]): readonly Lane[] {
  return lanePool(
    accounts.map(({ weight = 1, rpm, tpm }, number): AccountState => ({
      number,
      auth: [],
      secret: undefined,
      secretBytes: undefined,
      weight,
      region: undefined,
      limits: ownLimits({ rpm, tpm }, 0),
      refusedUntilMs: 0,
    })),
    50,
  ).lanes
}

/** Which account each of many picks at `nowMs` goes to, nothing of it being sent. */
function shares(lanes: readonly Lane[], nowMs: number, picks = 2_000): readonly number[] {
  const random = seededRandom(7)
  const counts = lanes.map(() => 0)
  for (let i = 0; i < picks; i++) {
    const lane = pickLane(lanes, demand, nowMs, random)
    if (lane !== undefined) counts[lane.account.number]! += 1
  }
  return counts.map((count) => count / picks)
}

function answer(lane: Lane, startedMs: number, tookMs: number): void {
  const flight = lane.begin(demand, startedMs)
  lane.answered(flight, startedMs + tookMs, usage, undefined)
}

function fail(lane: Lane, atMs: number, why: Failure): void {
  lane.failed(lane.begin(demand, atMs), why, atMs)
}

const broken = failure('5xx', 'broken')

describe('accounts of one model', () => {
  test('unmeasured ones share alike, or by their weight', () => {
    for (const share of shares(lanesOf({}, {}, {}, {}), 0)) expect(share).toBeCloseTo(0.25, 1)
    const [large = 0, small = 0] = shares(lanesOf({ weight: 3 }, { weight: 1 }), 0)
    expect(large).toBeGreaterThan(small * 2)
  })

  test('the one that turned slow is left at once, and tried again when its bad moment is forgotten', () => {
    const lanes = lanesOf({}, {})
    for (const lane of lanes) answer(lane, 0, 1_000)
    answer(lanes[0]!, 1_000, 20_000)
    expect(shares(lanes, 21_000)).toEqual([0, 1])
    for (let at = 22_000; at < 180_000; at += 2_000) answer(lanes[1]!, at, 1_000)
    expect(shares(lanes, 181_000)[0]).toBeGreaterThan(0)
  })

  test('what is under way counts: requests spread though nothing has ended yet', () => {
    const lanes = lanesOf({}, {}, {}, {})
    const random = seededRandom(3)
    for (let i = 0; i < 40; i++) pickLane(lanes, demand, 0, random)?.begin(demand, 0)
    for (const { outstanding } of lanes) expect(outstanding).toBeCloseTo(10, -1)
  })

  test('what answers fast because it refuses does not look fast', () => {
    const lanes = lanesOf({}, {})
    for (const lane of lanes) answer(lane, 0, 1_000)
    fail(lanes[0]!, 1_000, broken)
    expect(shares(lanes, 1_001)).toEqual([0, 1])
  })

  test('a 429 holds its account until Retry-After, a minute at most, else for five seconds', () => {
    const until = (retryAfterMs?: number): number => {
      const [lane] = lanesOf({})
      fail(lane!, 0, failure('429', 'slow down', retryAfterMs === undefined ? {} : { retryAfterMs }))
      return lane!.heldUntilMs
    }
    expect([until(), until(2_000), until(1e12)]).toEqual([5_000, 2_000, 60_000])
  })

  test('an account that its provider refuses is left for a minute, for every model', () => {
    const accounts = [{ refusedUntilMs: 0 }, { refusedUntilMs: 0 }].map((each, number): AccountState => ({
      ...each,
      number,
      auth: [],
      secret: undefined,
      secretBytes: undefined,
      weight: 1,
      region: undefined,
      limits: undefined,
    }))
    const [one, other] = [lanePool(accounts, 50), lanePool(accounts, 50)]
    fail(one.lanes[0]!, 0, failure('auth', 'no', { status: 401 }))
    expect(shares(other.lanes, 59_999)).toEqual([0, 1])
    expect(shares(other.lanes, 60_000)[0]).toBeGreaterThan(0)
  })

  test('a model that an account does not know is left there only', () => {
    const lanes = lanesOf({}, {})
    fail(lanes[0]!, 0, failure('auth', 'no such model', { status: 404 }))
    expect(shares(lanes, 1)).toEqual([0, 1])
    expect(lanes[0]!.account.refusedUntilMs).toBe(0)
  })
})

describe('ejection', () => {
  const eject = (lane: Lane): void => {
    for (let i = 0; i < 3; i++) fail(lane, 0, broken)
  }

  test('takes out half of the accounts at most while another answers: more come back where the rest has much to do', () => {
    const lanes = lanesOf({}, {}, {}, {})
    for (const lane of lanes.slice(0, 3)) eject(lane)
    answer(lanes[3]!, 0, 500)
    expect(shares(lanes, 1)).toEqual([0, 0, 0, 1])
    for (let i = 0; i < 40; i++) lanes[3]!.begin(demand, 1)
    const [first, second, third] = shares(lanes, 2)
    expect([first, second, third].filter((share) => share! > 0)).toEqual([1])
  })

  test('takes out the whole model when all fail: then it is down, and only the last resort is left', () => {
    const lanes = lanesOf({}, {})
    for (const lane of lanes) eject(lane)
    expect(pickLane(lanes, demand, 1, () => 0)).toBeUndefined()
    expect(lanes).toContain(lastResort(lanes))
    expect(pickLane(lanes, demand, 10_000, () => 0)).toBeDefined()
  })

  test('when fewer than half are left, the least busy of them is taken, however fast the others were', () => {
    const lanes = lanesOf({}, {}, {}, {}, {})
    for (const lane of lanes.slice(0, 3)) fail(lane, 0, failure('429', 'no', { retryAfterMs: 30_000 }))
    answer(lanes[3]!, 0, 100)
    answer(lanes[4]!, 0, 4_000)
    lanes[3]!.begin(demand, 5_000)
    expect(shares(lanes, 5_001)).toEqual([0, 0, 0, 0, 1])
  })
})

describe('limits', () => {
  test('requests per minute of gateway.json are kept, and come back with time', () => {
    const [lane] = lanesOf({ rpm: 2 })
    for (let i = 0; i < 2; i++) answer(lane!, 0, 0)
    expect(lane!.mayTake(demand, 0)).toBe(false)
    expect(lane!.waitMs(demand, 0)).toBe(30_000)
    expect(lane!.mayTake(demand, 30_000)).toBe(true)
  })

  test('tokens per minute are those that were used, once that is known', () => {
    const [lane] = lanesOf({ tpm: 300 })
    const flight = lane!.begin(demand, 0)
    expect(lane!.mayTake(demand, 0)).toBe(false)
    lane!.answered(flight, 0, { ...usage, input: 20, output: 30 }, undefined)
    expect(lane!.mayTake(demand, 0)).toBe(true)
  })

  test('a request larger than a minute holds waits for a whole one', () => {
    const [lane] = lanesOf({ tpm: 100 })
    expect(lane!.mayTake(demand, 0)).toBe(true)
    lane!.begin(demand, 0)
    expect(lane!.mayTake(demand, 59_000)).toBe(false)
  })
})
