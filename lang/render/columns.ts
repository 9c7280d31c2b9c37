/** Text as a terminal shows it, with the column at which each UTF-16 unit of the source begins. */
export interface Columns {
  readonly shown: string
  /** One more than the source has units: the last is the width of the whole. */
  readonly columnOf: readonly number[]
}

const tabWidth = 4

/** Lays out one line: tabs become spaces, wide characters take two columns, controls are made visible. */
export function layOutLine(line: string): Columns {
  const columnOf: number[] = []
  let shown = ''
  let column = 0
  for (const character of line) {
    const cell = character === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : makeVisible(character)
    for (let unit = 0; unit < character.length; unit++) columnOf.push(column)
    shown += cell
    column += cell.length > 1 && character === '\t' ? cell.length : widthOf(cell)
  }
  columnOf.push(column)
  return { shown, columnOf }
}

/** A terminal must not obey what a policy file or a message contains: controls and direction marks are replaced. */
export function makeVisible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '\ufffd')
}

const zeroWidth = /^(?:\p{Mn}|\p{Me}|[\u200b\u200c]|\u200d|\u2060)$/u

/** Ranges that terminals draw two columns wide (Unicode East Asian Width W and F, and emoji), by code point. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x11_00, 0x11_5f],
  [0x23_1a, 0x23_1b],
  [0x2e_80, 0x30_3e],
  [0x30_41, 0xa4_cf],
  [0xac_00, 0xd7_a3],
  [0xf9_00, 0xfa_ff],
  [0xfe_30, 0xfe_6f],
  [0xff_00, 0xff_60],
  [0xff_e0, 0xff_e6],
  [0x1_f3_00, 0x1_f6_4f],
  [0x1_f6_80, 0x1_f6_ff],
  [0x1_f9_00, 0x1_f9_ff],
  [0x2_00_00, 0x3_ff_fd],
]

/** Terminal columns of one character. */
export function widthOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x3_00) return character.length === 0 ? 0 : 1
  if (zeroWidth.test(character)) return 0
  return wideRanges.some(([first, last]) => point >= first && point <= last) ? 2 : 1
}
