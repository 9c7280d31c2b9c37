/** Content events of each stream of the benchmark. */
export const EVENTS = 100
