import type { SeededBug } from './seeded-bugs.ts'

/** Each must be caught by one of the properties of the money core. */
export const seededMoneyBugs: readonly SeededBug[] = [
  {
    name: 'a settlement is dropped',
    file: 'runtime/money/core/settle.ts',
    find: '  if (hold !== undefined) return endBy(state, hold, endingOf(settlement), nowMs)\n',
    put: '  if (hold !== undefined) return done\n',
  },
  {
    name: 'a caller that hangs up is given all of its hold back',
    file: 'runtime/money/core/end-hold.ts',
    find: "uncertainNanos === 'rest' ? rest : Math.min(uncertainNanos, rest)",
    put: "uncertainNanos === 'rest' ? 0 : Math.min(uncertainNanos, rest)",
  },
  {
    name: 'what is told twice is settled twice',
    file: 'runtime/money/core/settle.ts',
    find: "    case 'settled':\n      return done\n    case 'swept':",
    put: "    case 'settled':\n      return correctEnded(state, ended, { ...settlement, certainNanos: ended.certainNanos + settlement.certainNanos, source: 'late' }, nowMs)\n    case 'swept':",
  },
  {
    name: 'a hold settles into the window that is open when it ends',
    file: 'runtime/money/core/calendar-window.ts',
    find: 'if (known !== undefined && known.startsMs <= atMs && atMs < known.endsMs) return known',
    put: 'if (known !== undefined && known.startsMs <= atMs) return known',
  },
  {
    name: 'a cost of zero is taken for one that is missing',
    file: 'runtime/money/core/settle.ts',
    find: 'const { certainNanos, uncertainNanos, outcome, latencyMs } = settlement',
    put: "const { certainNanos, outcome, latencyMs } = settlement\n  const uncertainNanos = certainNanos === 0 ? 'rest' : settlement.uncertainNanos",
  },
  {
    name: 'a crash gives back what was held',
    file: 'runtime/money/core/sweep.ts',
    find: "uncertainNanos: 'rest',",
    put: 'uncertainNanos: 0,',
  },
  {
    name: 'budgets are charged one after another until one is full',
    file: 'runtime/money/core/reserve.ts',
    find: '  const full = taken.find((each) => !fits(each, nowMs))\n',
    put: '  const full = taken.slice(0, 1).find((each) => !fits(each, nowMs))\n',
  },
  {
    name: 'a budget may be passed by one nano-dollar',
    file: 'runtime/money/core/reserve.ts',
    find: 'usedOf(meter, nowMs) + amount <= charge.limit',
    put: 'usedOf(meter, nowMs) + amount <= charge.limit + 1',
  },
  {
    name: 'a hold is answered before it is written',
    file: 'runtime/money/spool.ts',
    find: "return trouble !== undefined || isQuiet ? Promise.resolve('written') : wait(hold)",
    put: "return Promise.resolve('written')",
  },
  {
    name: 'what is uncertain leaves the counters at a restart',
    file: 'runtime/money/core/learn.ts',
    find: '{ ...row, heldNanos: 0, written: true }',
    put: '{ ...row, uncertainNanos: 0, heldNanos: 0, written: true }',
  },
  {
    name: 'a hold whose caller heard that there is none is forgotten',
    file: 'runtime/money/spool.ts',
    find: '    for (const { hold } of late) if (hold?.isLetGo === true) ends.letGo(hold.attemptId)\n',
    put: '',
  },
  {
    name: 'behind a sweep a settlement is added to what was uncertain',
    file: 'runtime/money/core/correct.ts',
    find: '    uncertainNanos: uncertainNanos - ended.uncertainNanos,',
    put: '    uncertainNanos,',
  },
  {
    name: 'places are never given back by a sweep',
    file: 'runtime/money/core/end-hold.ts',
    find: "if (limit.counts === 'concurrent') limit.places -= 1\n",
    put: "if (limit.counts === 'concurrent') limit.places -= heldAtMs > 0 && countedTokens === estimateTokens ? 0 : 1\n",
  },
  {
    name: 'a soft budget denies',
    file: 'runtime/money/core/reserve.ts',
    find: '  charge.soft || usedOf(meter, nowMs)',
    put: '  usedOf(meter, nowMs)',
  },
]
