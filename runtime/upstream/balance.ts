import type { Demand } from './demand.ts'
import type { Lane } from './lane.ts'

/** The most of a model's accounts that failures may take out at once, while another still answers. */
const EJECTED_SHARE_MAX = 0.5

/**
 * The account that a request goes to: of two taken at random (by weight) the one with the lesser load, which is the expected
 * time of this request × (requests under way + 1). Two choices are nearly as good as all and do not send everyone to the
 * momentary best (Mitzenmacher 2001); expected times are peak-EWMA, so what turned slow is left at once. When fewer than half
 * may take it, times tell little and the least busy one is taken. `undefined`: all are ejected, held or out of headroom.
 */
export function pickLane(
  lanes: readonly Lane[],
  demand: Demand,
  nowMs: number,
  random: () => number,
): Lane | undefined {
  if (lanes.length < 2) return lanes[0]?.mayTake(demand, nowMs) === true ? lanes[0] : undefined
  const able = lanes.filter((lane) => lane.mayTake(demand, nowMs))
  const picked = able.length * 2 < lanes.length ? leastBusy(able) : lesserOfTwo(able, demand, nowMs, random)
  const back = letBack(lanes, demand, nowMs)
  return back.length === 0
    ? picked
    : leastLoaded(picked === undefined ? back : [picked, ...back], demand, nowMs)
}

/** The lane to try when none may be: the one that is soonest allowed again, so that a gateway cannot lock itself out. */
export function lastResort(lanes: readonly Lane[]): Lane {
  return lanes.reduce((best, lane) => (closedUntil(lane) < closedUntil(best) ? lane : best))
}

function closedUntil(lane: Lane): number {
  return Math.max(lane.heldUntilMs, lane.breaker.openUntilMs)
}

/** Ejected lanes beyond the share that may be: those that would be back soonest. None where all are ejected: then the model is down. */
function letBack(lanes: readonly Lane[], demand: Demand, nowMs: number): readonly Lane[] {
  const ejected = lanes.filter((lane) => lane.breaker.isOpen(nowMs))
  const excess = ejected.length - Math.floor(lanes.length * EJECTED_SHARE_MAX)
  if (excess <= 0 || ejected.length === lanes.length) return []
  return ejected
    .filter((lane) => !lane.isHeld(nowMs) && lane.hasRoom(demand, nowMs))
    .toSorted((a, b) => a.breaker.openUntilMs - b.breaker.openUntilMs)
    .slice(0, excess)
}

function leastBusy(lanes: readonly Lane[]): Lane | undefined {
  return lanes.length === 0 ? undefined : least(lanes, busyness)
}

function leastLoaded(lanes: readonly Lane[], { outputTokens }: Demand, nowMs: number): Lane {
  return least(lanes, (lane) => lane.expectedMs(outputTokens, nowMs) * (busyness(lane) + 1))
}

/** Requests under way for each unit of weight. */
function busyness({ outstanding, account }: Lane): number {
  return outstanding / account.weight
}

function least(lanes: readonly Lane[], of: (lane: Lane) => number): Lane {
  return lanes.reduce((best, lane) => (of(lane) < of(best) ? lane : best))
}

/** Of two different lanes, each as likely to be looked at as its weight says. */
function lesserOfTwo(lanes: readonly Lane[], demand: Demand, nowMs: number, random: () => number): Lane {
  const first = byWeight(lanes, random)
  if (lanes.length === 1) return first
  const second = byWeight(
    lanes.filter((lane) => lane !== first),
    random,
  )
  return leastLoaded([first, second], demand, nowMs)
}

function byWeight(lanes: readonly Lane[], random: () => number): Lane {
  let left = random() * lanes.reduce((sum, { account }) => sum + account.weight, 0)
  for (const lane of lanes) if ((left -= lane.account.weight) < 0) return lane
  return lanes.at(-1)!
}
