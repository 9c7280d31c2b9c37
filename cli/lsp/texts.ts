import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { pathOf, uriOf } from './file-path.ts'

/** Texts by path: what is open in the editor stands over the disk. */
export interface Texts {
  /** `undefined` when there is no such file, or it is no UTF-8 text. */
  readonly read: (path: string) => string | undefined
  /** The text with its lines counted, for positions. */
  readonly document: (path: string) => TextDocument
  readonly open: ReadonlyMap<string, TextDocument>
}

interface OnDisk {
  readonly stamp: string
  readonly text: string | undefined
}

/** Texts over the open documents. A file on disk is read again when its time or size changed. */
export function openTexts(documents: () => readonly TextDocument[]): Texts {
  const disk = new Map<string, OnDisk>()
  const counted = new Map<string, TextDocument>()
  const opened = (): ReadonlyMap<string, TextDocument> =>
    new Map(documents().map((document) => [pathOf(document.uri), document]))
  const read = (path: string): string | undefined => opened().get(path)?.getText() ?? readDisk(disk, path)
  return {
    read,
    document: (path) => opened().get(path) ?? count(counted, path, read(path) ?? ''),
    get open() {
      return opened()
    },
  }
}

function readDisk(disk: Map<string, OnDisk>, path: string): string | undefined {
  const stamp = stampOf(path)
  const known = disk.get(path)
  if (known !== undefined && known.stamp === stamp) return known.text
  const text = stamp === 'absent' ? undefined : textOf(path)
  disk.set(path, { stamp, text })
  return text
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true ? `${stats.mtimeMs} ${stats.size}` : 'absent'
}

/** A file that cannot be read is as one that is not there: the policy that names it says so. */
function textOf(path: string): string | undefined {
  try {
    const bytes = readFileSync(path)
    return isUtf8(bytes) ? bytes.toString('utf8') : undefined
  } catch {
    return undefined
  }
}

function count(counted: Map<string, TextDocument>, path: string, text: string): TextDocument {
  const known = counted.get(path)
  if (known?.getText() === text) return known
  const document = TextDocument.create(uriOf(path), 'route', 0, text)
  counted.set(path, document)
  return document
}
