import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * The path by which a document is known: `/`-separated and absolute. What is not on the disk (`untitled:Untitled-1`)
 * keeps its URI and lies in a folder of its own.
 */
export function pathOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri).replaceAll('\\', '/') : uri
}

/** The inverse of `pathOf`. */
export function uriOf(path: string): string {
  return /^[a-z][a-z0-9+.-]+:/i.test(path) && !/^[a-z]:\//i.test(path) ? path : pathToFileURL(path).href
}

/** The folder of a path, `''` for one without. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** A file inside a folder. */
export const inFolder = (folder: string, file: string): string => (folder === '' ? file : `${folder}/${file}`)
