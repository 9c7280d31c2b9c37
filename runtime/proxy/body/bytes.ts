/** Bytes of JSON's grammar. */
export const QUOTE = 0x22
export const BACKSLASH = 0x5c
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d
export const OPEN_BRACKET = 0x5b
export const CLOSE_BRACKET = 0x5d
export const MINUS = 0x2d
export const PLUS = 0x2b
export const DOT = 0x2e
export const ZERO = 0x30
export const NINE = 0x39
export const LETTER_E = 0x65
export const LETTER_U = 0x75

/** 1 for a byte that ends a run of plain string content: a quote, a backslash, a control character. */
export const STRING_STOP = table((byte) => byte < 0x20 || byte === QUOTE || byte === BACKSLASH)

/** 1 for a byte that may follow a backslash, `u` excepted. */
export const ESCAPE = table((byte) => '"\\/bfnrt'.includes(String.fromCharCode(byte)))

/** 1 for a hexadecimal digit. */
export const HEX = table((byte) => /[0-9a-fA-F]/.test(String.fromCharCode(byte)))

/** 1 for JSON's white space. */
export const SPACE = table((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)

function table(test: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (test(byte) ? 1 : 0))
}
