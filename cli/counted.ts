/** A count with its noun: `1 change`, `2 changes`, `0 policies`. */
export const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`
