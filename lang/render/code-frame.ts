import type { Diagnostic, Label } from '../diagnostic.ts'
import { type LineIndex, indexLines } from '../line-index.ts'
import { layOutLine, makeVisible } from './columns.ts'
import { type Paint, type Role, inColour, plainly } from './paint.ts'
import { showWitness } from './witness.ts'

export interface FrameOptions {
  readonly colour: boolean
  /** Commands that replay the examples, told beside them. */
  readonly replays?: ReadonlyMap<Diagnostic, string>
}

/** Texts by file, as the spans name them. A label in a file that is not there is shown by its place alone. */
export type Sources = ReadonlyMap<string, string>

/** Diagnostics as people read them in a terminal, one frame each, with an empty line between. */
export function renderFrames(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: FrameOptions,
): string {
  const paint = options.colour ? inColour : plainly
  const indexes = new Map<string, LineIndex>()
  const indexOf = (file: string): LineIndex | undefined => {
    const text = sources.get(file)
    if (text === undefined) return undefined
    const known = indexes.get(file) ?? indexLines(text)
    indexes.set(file, known)
    return known
  }
  return diagnostics
    .map((diagnostic) => renderFrame(diagnostic, indexOf, paint, options.replays?.get(diagnostic)))
    .join('\n')
}

interface Mark {
  readonly role: Role
  readonly sign: '^' | '-'
  readonly label: Label
  readonly line: number
  /** UTF-16 units from the start of the line. */
  readonly start: number
  readonly end: number
}

type IndexOf = (file: string) => LineIndex | undefined

function renderFrame(
  diagnostic: Diagnostic,
  indexOf: IndexOf,
  paint: Paint,
  replay: string | undefined,
): string {
  const { severity, code, message, primary, secondary } = diagnostic
  const files = [...new Set([primary, ...secondary].map(({ span }) => span.file))]
  const marks = [primary, ...secondary].map((label) =>
    markOf(label, label === primary ? severity : 'secondary', indexOf),
  )
  const gutter = Math.max(...marks.map(({ line }) => String(line).length)) + 1
  const blank = ' '.repeat(gutter)
  const lines = [
    `${paint(severity, `${severity}[${code}]`)}${paint('strong', `: ${makeVisible(message)}`)}`,
    ...files.flatMap((file) => {
      const own = marks.filter(({ label }) => label.span.file === file)
      return renderFile(file, own, indexOf(file), gutter, paint)
    }),
    ...diagnostic.notes.map(({ kind, text }) => noteLine(blank, kind, text, paint)),
    ...(diagnostic.witness ? [noteLine(blank, 'example', showWitness(diagnostic.witness), paint)] : []),
    ...(replay === undefined ? [] : [noteLine(blank, 'replay', replay, paint)]),
  ]
  return `${lines.join('\n')}\n`
}

function markOf(label: Label, role: Role, indexOf: IndexOf): Mark {
  const index = indexOf(label.span.file)
  const sign = role === 'secondary' ? '-' : '^'
  if (!index) return { role, sign, label, line: 1, start: 0, end: 0 }
  const from = index.positionAt(label.span.start)
  const to = index.positionAt(label.span.end)
  const width = index.lineAt(from.line).length
  // A span of several lines is marked on its first.
  const end = to.line === from.line ? to.column - 1 : width
  return { role, sign, label, line: from.line, start: from.column - 1, end }
}

function noteLine(blank: string, kind: string, text: string, paint: Paint): string {
  const [head = '', ...rest] = text.split('\n').map(makeVisible)
  const indent = `\n${blank}   ${' '.repeat(kind.length + 1)}`
  return `${blank} ${paint('gutter', '=')} ${paint('help', kind)}: ${[head, ...rest].join(indent)}`
}

function renderFile(
  file: string,
  marks: readonly Mark[],
  index: LineIndex | undefined,
  gutter: number,
  paint: Paint,
): readonly string[] {
  const [head] = marks
  const place = head && index ? `:${head.line}:${head.start + 1}` : ''
  const opening = `${' '.repeat(gutter)} ${paint('gutter', '┌─')} ${makeVisible(file)}${place}`
  if (!index) return [opening]
  const numbers = [...new Set(marks.map(({ line }) => line))].toSorted((a, b) => a - b)
  return [
    opening,
    ...numbers.flatMap((number) =>
      renderLine(
        number,
        index.lineAt(number),
        marks.filter(({ line }) => line === number),
        gutter,
        paint,
      ),
    ),
  ]
}

function renderLine(
  number: number,
  text: string,
  marks: readonly Mark[],
  gutter: number,
  paint: Paint,
): readonly string[] {
  const clip = clipAround(text, Math.min(...marks.map(({ start }) => start)))
  const { shown, columnOf } = layOutLine(clip.text)
  const columnAt = (unit: number): number => columnOf[clampTo(unit - clip.offset, columnOf.length - 1)] ?? 0
  const placed = marks
    .map((mark) => ({
      mark,
      from: columnAt(mark.start),
      to: Math.max(columnAt(mark.start) + 1, columnAt(mark.end)),
    }))
    .toSorted((a, b) => a.from - b.from)
  const bar = paint('gutter', '│')
  const under = `${' '.repeat(gutter)} ${bar} `
  return [
    `${paint('gutter', String(number).padStart(gutter))} ${bar} ${shown}`.trimEnd(),
    `${under}${signsOf(placed, paint)}`,
    ...placed
      .slice(0, -1)
      .toReversed()
      .filter(({ mark }) => mark.label.text !== '')
      .map(
        ({ mark, from }) => `${under}${' '.repeat(from)}${paint(mark.role, makeVisible(mark.label.text))}`,
      ),
  ]
}

interface Placed {
  readonly mark: Mark
  readonly from: number
  readonly to: number
}

/** All signs of a line, and the words of the last; where two overlap the one that begins later is seen whole. */
function signsOf(placed: readonly Placed[], paint: Paint): string {
  let signs = ''
  let column = 0
  for (const [index, { mark, from, to }] of placed.entries()) {
    const end = Math.min(to, placed[index + 1]?.from ?? to)
    signs += `${' '.repeat(Math.max(0, from - column))}${paint(mark.role, mark.sign.repeat(Math.max(0, end - Math.max(from, column))))}`
    column = Math.max(column, end)
  }
  const last = placed.at(-1)?.mark
  return last && last.label.text !== '' ? `${signs} ${paint(last.role, makeVisible(last.label.text))}` : signs
}

const clampTo = (value: number, max: number): number => Math.max(0, Math.min(value, max))

/** In UTF-16 units: a line as long as a file is shown around its mark only. */
const lineLengthMax = 240
const leadLength = 60

function clipAround(text: string, start: number): { readonly text: string; readonly offset: number } {
  if (text.length <= lineLengthMax) return { text, offset: 0 }
  const from = Math.max(0, Math.min(start - leadLength, text.length - lineLengthMax))
  return { text: text.slice(from, from + lineLengthMax), offset: from }
}
