/** What random cases are drawn from where nobody says otherwise: each run makes the same ones, so that one that fails tells of a change. */
const pinnedSeed = 20_261_101

/** The seed that `FC_SEED` asks for: a number, or `random` for one of its own. */
export function seedFor(asked = String(pinnedSeed)): number {
  const seed = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked)
  if (!Number.isInteger(seed)) throw new Error(`FC_SEED is a whole number or \`random\`, not ${asked}`)
  return seed
}

/** The seed of this run's random cases. vitest.config.ts prints it: `FC_SEED=… npx vitest run …` makes the same ones again. */
export const runSeed = (): number => seedFor(process.env['FC_SEED'])
