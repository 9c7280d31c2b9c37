import type { Shape } from './load.ts'

/** What the gateway's CPU time is held against: times that of another proxy at most, or another's times its own at least. */
export interface Goal {
  readonly of: 'gwc / it' | 'it / gwc'
  readonly value: number
}

type ByContestant = Readonly<Partial<Record<string, Goal>>>

const atMost = (value: number): Goal => ({ of: 'gwc / it', value })
const atLeast = (value: number): Goal => ({ of: 'it / gwc', value })

/** What is measured, and the first goals of each. */
export const shapes: readonly (Shape & { readonly goals: ByContestant; readonly unit: string })[] = [
  {
    name: 'JSON 1.4 kB',
    bytes: 1_400,
    stream: 'no',
    connections: 256,
    unit: 'request',
    goals: { floor: atMost(1.35), nginx: atMost(4), Portkey: atLeast(7) },
  },
  {
    name: 'JSON 30 kB',
    bytes: 30_000,
    stream: 'no',
    connections: 256,
    unit: 'request',
    goals: { floor: atMost(1.7), Portkey: atLeast(7) },
  },
  {
    name: 'stream, paced',
    bytes: 1_400,
    stream: 'paced',
    connections: 128,
    unit: 'event',
    goals: { floor: atMost(1.1), nginx: atMost(2.5), Portkey: atLeast(1.8) },
  },
  {
    name: 'stream, burst',
    bytes: 1_400,
    stream: 'burst',
    connections: 16,
    unit: 'event',
    goals: { floor: atMost(1.1), nginx: atMost(2.5), Portkey: atLeast(6) },
  },
]

/** The goal in words, and whether it is met. */
export function judge(goal: Goal | undefined, ratio: number): string {
  if (goal === undefined) return ''
  const isMet = goal.of === 'gwc / it' ? ratio <= goal.value : ratio >= goal.value
  return `${goal.of === 'gwc / it' ? '≤' : '≥'} ${goal.value}, ${isMet ? 'met' : '**missed**'}`
}
