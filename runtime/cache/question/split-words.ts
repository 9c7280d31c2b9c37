import type { Word, WordKind } from './word.ts'

/**
 * What a text is cut into, each by its first fitting row. INVARIANT: no row can backtrack over more than the text that
 * `readQuestion` allows, so that hostile text costs no more than its length.
 */
const shapes: readonly (readonly [WordKind | 'stop', string])[] = [
  ['quoted', String.raw`"[^"]{1,300}"|“[^”]{1,300}”|«[^»]{1,300}»|${'`'}[^${'`'}]{1,300}${'`'}`],
  ['quoted', String.raw`(?<![\p{L}\p{N}])['‘][^'’"]{1,300}['’](?![\p{L}\p{N}])`],
  ['identifier', String.raw`https?:\/\/[^\s"'<>]*[^\s"'<>.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`],
  ['identifier', String.raw`(?<=^|\s)--?[A-Za-z][\w-]*(?:=[\w.\/-]*\w)?`],
  [
    'identifier',
    String.raw`(?<![\p{L}\p{N}])(?:~|\.{1,2})?\/\w(?:[\w.@\/-]*[\w\/])?|(?<![\p{L}])[A-Za-z]:\\\S*[^\s.,;:!?)]`,
  ],
  // What stands alone and is no stop: `$?`, `:=`, `//`, `:(`; a stop that is asked about: `what does !! mean`.
  [
    'symbol',
    String.raw`(?<=\s)(?![.,;:!?…—–-]+(?:\s|$))[^\p{L}\p{N}\s]+(?=\s|$)|(?<=\b(?:does|is|of|the|a|use|type|write|escape|operator|symbol|character)\s)[.,;:!?]+(?=\s)|(?<=\s)!(?=\p{L})`,
  ],
  ['identifier', String.raw`\\[A-Za-z]+`],
  [
    'number',
    String.raw`0x[\da-fA-F]+|(?:(?<=^|[\s(=])-)?[$€£¥]?\d+(?:[.,:\/-]\d+)*(?:\(\p{L}\))?[%‰°]?\p{L}*`,
  ],
  [
    'identifier',
    String.raw`(?<=^|[\s(])[@#$.][A-Za-z_][\w-]*|[A-Za-z][\w.]*\(\)|\p{L}[\p{L}\d]*(?:_|::|->)[\p{L}\d_:]*[\p{L}\d_]`,
  ],
  [
    'word',
    String.raw`[A-Za-z](?:\+\+|#)(?![\p{L}\p{N}])|[\p{L}\p{M}_](?:[\p{L}\p{M}\p{N}_]|['’.&\u2010\u2011-](?=[\p{L}\p{N}]))*`,
  ],
  [
    'symbol',
    String.raw`[¹²³⁰⁴-⁹½¼¾]|[=!<>]==?|=>|->|&&|\|\||\+\+|--|<<|>>|::|(?<=\s)\?[?.]|[~%+=<>≤≥≠±×÷*^&|\\→°$€£¥#@]|\p{S}`,
  ],
  ['stop', String.raw`[,;:.!?()\[\]{}…—–]|(?<=\s)-(?=\s)`],
]

const shape = new RegExp(shapes.map(([, source]) => `(${source})`).join('|'), 'gu')

/** Cuts a text of bounded length into words, keeping what other splitters lose: `one-way`, `C++`, `--hard`, `5%`, `~`, capitals. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = []
  let starts = true
  for (const match of text.matchAll(shape)) {
    const [kind] = shapes[match.findLastIndex((part) => part !== undefined) - 1]!
    if (kind !== 'stop')
      words.push({ key: keyOf(kind, match[0]), kind, letters: lettersOf(match[0]), starts })
    starts = kind === 'stop'
  }
  return words
}

function keyOf(kind: WordKind, text: string): string {
  switch (kind) {
    case 'quoted':
      return text.slice(1, -1).trim().toLowerCase().replaceAll(/\s+/g, ' ')
    case 'identifier':
      return /^[-\\]|\//.test(text) ? text : text.toLowerCase()
    case 'number':
    case 'symbol':
      return withBits(text).toLowerCase()
    case 'word':
      return withBits(text)
        .toLowerCase()
        .replaceAll('’', "'")
        .replaceAll(/[\u2010\u2011]/g, '-')
  }
}

/** `Mb` are bits, `MBps` bytes a second, `mW` is no `MW`; without capitals nobody can tell, and most mean `MB`, `Mbps` and `MW`. */
const withBits = (text: string): string =>
  text
    .replace(
      /^(\d*[kKMGT])(b|Bps|B\/s)$/,
      (_, scale: string, unit: string) => `${scale}${unit === 'b' ? 'bit' : 'byteps'}`,
    )
    .replace(/^([\d.,]*)m(W|Wh|V|A|Ah|Hz|Pa|J|N|T|eV|Sv|Bq)$/, '$1milli$2')

function lettersOf(text: string): Word['letters'] {
  if (!/^\p{Lu}/u.test(text)) return 'small'
  return text.length > 1 && text === text.toUpperCase() ? 'upper' : 'capital'
}
