import type { BudgetCharge } from '../charge.ts'

/** One period of the calendar in a zone: its instants are those from `startsMs` to before `endsMs`. */
export interface CalendarWindow {
  /** `2026`, `2026-11`, `2026-11-23`; of a week, its Monday with `w` before it; of an hour, its start in UTC: the same for two zones whose months only begin at different instants. */
  readonly label: string
  readonly startsMs: number
  readonly endsMs: number
}

type Period = BudgetCharge['period']

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The last window asked for of each period and zone: nearly every question is about the one that is open. */
const lately = new Map<string, CalendarWindow>()

/**
 * The window that an instant lies in. Windows of one period and zone cover all time and never overlap, whatever the zone's
 * clocks do: a day begins at the first instant that bears its date, and hours are counted from there, so that the hour which
 * comes twice in autumn is two windows.
 */
export function windowAt(period: Period, zone: string, atMs: number): CalendarWindow {
  const key = `${period} ${zone}`
  const known = lately.get(key)
  if (known !== undefined && known.startsMs <= atMs && atMs < known.endsMs) return known
  const found = period === 'hour' ? hourAt(zone, atMs) : datedWindow(period, zone, atMs)
  lately.set(key, found)
  return found
}

function hourAt(zone: string, atMs: number): CalendarWindow {
  const day = windowAt('day', zone, atMs)
  const startsMs = day.startsMs + Math.floor((atMs - day.startsMs) / hourMs) * hourMs
  const label = `${new Date(startsMs).toISOString().slice(0, 16)}Z`
  return { label, startsMs, endsMs: Math.min(startsMs + hourMs, day.endsMs) }
}

function datedWindow(period: Exclude<Period, 'hour'>, zone: string, atMs: number): CalendarWindow {
  const [first, next] = datesAround(period, wallAt(zone, atMs))
  return {
    label: labelOf(period, first),
    startsMs: firstInstantOf(zone, first),
    endsMs: firstInstantOf(zone, next),
  }
}

/** The first date of the window that a wall clock shows, and of the one behind it, each as midnight in a world without zones. */
function datesAround(period: Exclude<Period, 'hour'>, wallMs: number): readonly [number, number] {
  const wall = new Date(wallMs)
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()]
  switch (period) {
    case 'day':
      return [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)]
    case 'week': {
      const monday = day - ((wall.getUTCDay() + 6) % 7)
      return [Date.UTC(year, month, monday), Date.UTC(year, month, monday + 7)]
    }
    case 'month':
      return [Date.UTC(year, month), Date.UTC(year, month + 1)]
    case 'year':
      return [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
  }
}

const labelLength = { year: 4, month: 7, week: 10, day: 10 } as const

function labelOf(period: Exclude<Period, 'hour'>, dateMs: number): string {
  const date = new Date(dateMs).toISOString().slice(0, labelLength[period])
  return period === 'week' ? `w${date}` : date
}

/** The first instant at which the wall clock of a zone shows a midnight, or what it skips to where it shows none. */
function firstInstantOf(zone: string, midnightMs: number): number {
  const before = midnightMs - offsetAt(zone, midnightMs - dayMs)
  const after = midnightMs - offsetAt(zone, midnightMs + dayMs)
  const shown = [before, after].filter((at) => wallAt(zone, at) === midnightMs)
  return shown.length > 0 ? Math.min(...shown) : skipBetween(zone, Math.min(before, after), before)
}

/** The instant at which a zone's clocks jump over what they never show. */
function skipBetween(zone: string, fromMs: number, toMs: number): number {
  let [low, high] = [fromMs - 1, Math.max(toMs, fromMs)]
  const offset = offsetAt(zone, low)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle) === offset) low = middle
    else high = middle
  }
  return high
}

const offsetAt = (zone: string, atMs: number): number => wallAt(zone, atMs) - atMs

/** What the clocks of a zone show, as if it were UTC. */
function wallAt(zone: string, atMs: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of clockOf(zone).formatToParts(atMs)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((atMs % 1000) + 1000) % 1000)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (clock === undefined) {
    const two = '2-digit'
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    })
    clocks.set(zone, clock)
  }
  return clock
}
