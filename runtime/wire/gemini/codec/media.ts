import type { MediaPart } from '../../canonical/form.ts'

/** What a part of this type is elsewhere; `undefined` for what is nothing elsewhere, as video. */
export function kindOfType(mediaType: string): MediaPart['kind'] | undefined {
  if (mediaType.startsWith('image/')) return 'image'
  if (mediaType.startsWith('audio/')) return 'audio'
  return mediaType === 'application/pdf' || mediaType.startsWith('text/') ? 'document' : undefined
}

/** Files that Google keeps, and what it alone fetches. */
const KEPT = /^https:\/\/(?:[\w-]+\.googleapis\.com|(?:www\.)?youtube\.com|youtu\.be)\//

/** Whether others can fetch a file from where it lies. */
export function isPublic(uri: string): boolean {
  return /^https?:\/\//.test(uri) && !KEPT.test(uri)
}

const typesByExtension: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heif',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  csv: 'text/csv',
  mp3: 'audio/mp3',
  wav: 'audio/wav',
}

const likeliest = { image: 'image/jpeg', audio: 'audio/wav', document: 'application/pdf' } as const

/** The type of what lies at a URL, which Gemini wants to be told: by its name, else the likeliest of its kind. */
export function typeOfUrl(url: string, kind: MediaPart['kind']): string {
  const extension = /\.([a-z0-9]+)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  const type = typesByExtension[extension]
  return type !== undefined && kindOfType(type) === kind ? type : likeliest[kind]
}
