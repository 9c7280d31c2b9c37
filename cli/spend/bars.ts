const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const

/** A bar of at most `width` characters for a share from 0 to 1: what is there shows, however little it is. */
export function bar(share: number, width: number): string {
  if (!(share > 0)) return ''
  const parts = Math.max(1, Math.round(Math.min(share, 1) * width * 8))
  return '█'.repeat(Math.floor(parts / 8)) + eighths[parts % 8]!
}

/** A bar of what was spent and, paler, of what was saved beside it, each as a share from 0 to 1 of the longest bar. */
export function barWithSaved(spent: number, saved: number, width: number): string {
  if (!(saved > 0)) return bar(spent, width)
  const whole = spent > 0 ? Math.max(1, Math.round(Math.min(spent, 1) * width)) : 0
  return `${'█'.repeat(whole)}${'░'.repeat(Math.max(1, Math.round(Math.min(saved, 1) * width)))}`
}
