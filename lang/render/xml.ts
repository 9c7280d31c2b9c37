/** Attributes by name; those that are `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element with its children, each a line of its own. */
export const element = (name: string, attributes: Attributes, children: readonly string[]): string =>
  children.length === 0
    ? `<${name}${writeAttributes(attributes)}/>`
    : `<${name}${writeAttributes(attributes)}>\n${children.join('\n')}\n</${name}>`

/** An element that holds text, kept as it is. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  `<${name}${writeAttributes(attributes)}>${escapeXml(text)}</${name}>`

const writeAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Characters that no XML 1.0 document may hold, not even escaped: controls, lone surrogates and the non-characters. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escapeXml = (text: string): string =>
  text.replaceAll(forbidden, '\ufffd').replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
