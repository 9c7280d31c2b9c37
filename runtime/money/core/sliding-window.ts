/**
 * What was counted within the last `windowMs`: exact to the millisecond for windows up to a minute, to a 60,000th of longer
 * ones (a count may leave so much later, never earlier), so that none needs more than 60,000 entries.
 */
export interface SlidingWindow {
  readonly add: (atMs: number, amount: number) => void
  /** Changes what was counted at an instant, once more is known; nothing where it has left the window. */
  readonly correct: (atMs: number, by: number) => void
  readonly sumAt: (nowMs: number) => number
  /** All that is counted: instant and amount, oldest first. */
  readonly entries: () => readonly (readonly [number, number])[]
  /** When `amount` has left, at the latest at which all has; `nowMs` where nothing need leave. */
  readonly freeAt: (nowMs: number, amount: number) => number
}

/** A window with nothing in it. */
export function slidingWindow(windowMs: number): SlidingWindow {
  const grainMs = Math.max(1, Math.floor(windowMs / 60_000))
  const grainOf = (atMs: number): number => Math.ceil(atMs / grainMs) * grainMs
  let times: number[] = []
  let amounts: number[] = []
  let head = 0
  let sum = 0

  /** Where the clock was put back, what was counted "later" counts as of now: it leaves no later than a window from here. */
  const retime = (nowMs: number): void => {
    let later = 0
    while (times.length > head && times.at(-1)! > nowMs + grainMs) {
      times.pop()
      later += amounts.pop()!
    }
    if (later === 0) return
    sum -= later
    add(nowMs, later)
  }
  const drop = (nowMs: number): void => {
    retime(nowMs)
    while (head < times.length && times[head]! + windowMs <= nowMs) sum -= amounts[head++]!
    if (head < 1_024 || head * 2 < times.length) return
    times = times.slice(head)
    amounts = amounts.slice(head)
    head = 0
  }
  /** The first place whose time is not before `time`: nearly always the end. */
  const placeOf = (time: number): number => {
    let place = times.length
    while (place > head && times[place - 1]! >= time) place -= 1
    return place
  }
  function add(atMs: number, amount: number): void {
    const time = grainOf(atMs)
    const place = placeOf(time)
    if (times[place] === time) amounts[place]! += amount
    else {
      times.splice(place, 0, time)
      amounts.splice(place, 0, amount)
    }
    sum += amount
  }
  return {
    add,
    correct: (atMs, by) => {
      const time = grainOf(atMs)
      const place = placeOf(time)
      if (times[place] !== time) return
      amounts[place]! += by
      sum += by
    },
    sumAt: (nowMs) => {
      drop(nowMs)
      return sum
    },
    entries: () => times.slice(head).map((time, place) => [time, amounts[head + place]!]),
    freeAt: (nowMs, amount) => {
      drop(nowMs)
      let left = amount
      let freeMs = nowMs
      for (let place = head; place < times.length && left > 0; place++) {
        left -= amounts[place]!
        freeMs = times[place]! + windowMs
      }
      return freeMs
    },
  }
}
