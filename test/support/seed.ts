/** The seed of this run's random cases, printed so that a failure can be run again: `FC_SEED=… vitest run …`. */
export function runSeed(): number {
  const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31)
  console.log(`FC_SEED=${seed}`)
  return seed
}
