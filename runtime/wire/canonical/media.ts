import type { MediaPart } from './form.ts'

/** The source that a URL names: its own bytes in a data URL, else where they lie. */
export function sourceOfUrl(url: string): MediaPart['source'] {
  const data = /^data:([^;,]*)(?:;[^,]*)?;base64,/.exec(url)
  return data === null
    ? { kind: 'url', url }
    : { kind: 'data', mediaType: data[1] ?? '', base64: url.slice(data[0].length) }
}

/** The same as a URL. */
export function urlOfSource(source: MediaPart['source']): string {
  return source.kind === 'url' ? source.url : `data:${source.mediaType};base64,${source.base64}`
}
