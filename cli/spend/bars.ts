const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const

/** A bar of at most `width` characters for a share from 0 to 1: what is there shows, however little it is. */
export function bar(share: number, width: number): string {
  if (!(share > 0)) return ''
  const parts = Math.max(1, Math.round(Math.min(share, 1) * width * 8))
  return '█'.repeat(Math.floor(parts / 8)) + eighths[parts % 8]!
}
