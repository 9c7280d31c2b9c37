/**
 * A layout algebra: text with places where a line may break, laid out to a width. A group is set on one line when it
 * fits, else all its own lines break. Wadler, "A prettier printer", 1998, in the form of Oppen 1980 that Prettier uses.
 */
export type Doc =
  | string
  | { readonly kind: 'concat'; readonly parts: readonly Doc[] }
  /** `flat` is what stands there when the group is on one line; without it the line always breaks. */
  | { readonly kind: 'line'; readonly flat: string | undefined }
  | { readonly kind: 'group'; readonly body: Doc }
  /** Lines inside begin so many columns further to the right. */
  | { readonly kind: 'nest'; readonly columns: number; readonly body: Doc }
  /** Lines inside begin under the place where the body begins. */
  | { readonly kind: 'align'; readonly body: Doc }
  | { readonly kind: 'ifBroken'; readonly broken: string; readonly flat: string }

export const line: Doc = { kind: 'line', flat: ' ' }
export const softLine: Doc = { kind: 'line', flat: '' }
export const hardLine: Doc = { kind: 'line', flat: undefined }
export const concat = (...parts: readonly Doc[]): Doc => sequence(parts)
/** As `concat`, for any number of parts. */
export const sequence = (parts: readonly Doc[]): Doc => ({ kind: 'concat', parts })
export const group = (...parts: readonly Doc[]): Doc => ({ kind: 'group', body: concat(...parts) })
export const nest = (columns: number, ...parts: readonly Doc[]): Doc => ({
  kind: 'nest',
  columns,
  body: concat(...parts),
})
export const align = (...parts: readonly Doc[]): Doc => ({ kind: 'align', body: concat(...parts) })
export const ifBroken = (broken: string, flat: string): Doc => ({ kind: 'ifBroken', broken, flat })

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return sequence(docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc])))
}

/** Docs with commas between, as many on each line as fit. */
export function fill(docs: readonly Doc[]): Doc {
  return sequence(docs.flatMap((doc, index) => (index === 0 ? [doc] : [',', group(line, doc)])))
}

/** Parts that are there, with one space between. */
export function words(...parts: readonly (Doc | undefined)[]): Doc {
  return join(
    ' ',
    parts.filter((part): part is Doc => part !== undefined && part !== ''),
  )
}

/** Columns of the doc on one line; `undefined` when it has a line that must break. */
export function flatWidth(doc: Doc): number | undefined {
  if (typeof doc === 'string') return doc.length
  switch (doc.kind) {
    case 'line':
      return doc.flat?.length
    case 'ifBroken':
      return doc.flat.length
    case 'concat': {
      let sum = 0
      for (const part of doc.parts) {
        const width = flatWidth(part)
        if (width === undefined) return undefined
        sum += width
      }
      return sum
    }
    case 'group':
    case 'nest':
    case 'align':
      return flatWidth(doc.body)
  }
}

interface Frame {
  readonly indent: number
  readonly broken: boolean
  readonly doc: Doc
}

/** The text of a doc in lines of at most `width` columns where it can be. No line ends in a space. */
export function layOut(doc: Doc, width: number): string {
  const lines: string[] = []
  let text = ''
  let column = 0
  const stack: Frame[] = [{ indent: 0, broken: true, doc }]
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { indent, broken, doc: part } = frame
    if (typeof part === 'string') {
      text += part
      column += part.length
      continue
    }
    switch (part.kind) {
      case 'concat':
        for (const child of part.parts.toReversed()) stack.push({ indent, broken, doc: child })
        break
      case 'line':
        if (broken || part.flat === undefined) {
          lines.push(text.trimEnd())
          text = ' '.repeat(indent)
          column = indent
        } else {
          text += part.flat
          column += part.flat.length
        }
        break
      case 'group': {
        const flat = flatWidth(part.body)
        const fits = flat !== undefined && column + flat + restOfLine(stack) <= width
        stack.push({ indent, broken: !fits, doc: part.body })
        break
      }
      case 'nest':
        stack.push({ indent: indent + part.columns, broken, doc: part.body })
        break
      case 'align':
        stack.push({ indent: column, broken, doc: part.body })
        break
      case 'ifBroken':
        stack.push({ indent, broken, doc: broken ? part.broken : part.flat })
        break
    }
  }
  return [...lines, text.trimEnd()].join('\n')
}

/** Columns of what follows on the same line and cannot move to the next: a comma, a closing brace. */
function restOfLine(stack: readonly Frame[]): number {
  const next = stack.at(-1)
  return next !== undefined && typeof next.doc === 'string' ? next.doc.trimEnd().length : 0
}
