/** Process CPU time so far, user and system, in microseconds. */
export function cpuUs(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** The least CPU time of one call in nanoseconds, over `batches` batches of `calls` calls each. */
export function leastNs(batches: number, calls: number, call: (index: number) => void): number {
  let least = Infinity
  for (let batch = 0; batch < batches; batch++) {
    const before = cpuUs()
    for (let index = 0; index < calls; index++) call(index)
    least = Math.min(least, ((cpuUs() - before) * 1000) / calls)
  }
  return least
}

/** Lines of equal columns. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
    .join('\n')
}
