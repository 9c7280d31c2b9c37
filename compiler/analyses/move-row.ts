import type { Edit, Fix } from '../../lang/diagnostic.ts'
import type { Span } from '../../lang/span.ts'
import type { PolicyRule } from '../rules.ts'
import { nameRule } from './rule-name.ts'

/** A fix that moves a row's lines above another row; none where the two are of different files, or share their lines. */
export function moveAbove(
  sources: ReadonlyMap<string, string>,
  row: PolicyRule,
  above: PolicyRule,
): Fix | undefined {
  const text = sources.get(row.span.file)
  if (text === undefined || row.span.file !== above.span.file || above.span.start > row.span.start)
    return undefined
  const moved = wholeLines(text, row.span)
  const place = wholeLines(text, above.span)
  if (moved === undefined || place === undefined) return undefined
  const lines = text.slice(moved.start, moved.end)
  const insert: Edit = {
    span: { ...place, end: place.start },
    newText: lines.endsWith('\n') ? lines : `${lines}\n`,
  }
  return {
    title: `move it above ${nameRule(above)}`,
    edits: [insert, { span: moved, newText: '' }],
    applicability: 'machine',
  }
}

/** The lines of a row, the last line's end included; `undefined` when something else stands on them. */
function wholeLines(text: string, { file, start, end }: Span): Span | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const to = newline === -1 ? text.length : newline + 1
  const isAlone =
    text.slice(from, start).trim() === '' && /^\s*(\/\/.*)?$/.test(text.slice(end, to).trimEnd())
  return isAlone ? { file, start: from, end: to } : undefined
}
