import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A customer's question and its intent, one of 77. */
export interface Labelled {
  readonly text: string
  readonly intent: string
}

/** Banking77 (Casanueva et al. 2020, PolyAI, CC-BY-4.0) from a folder that holds its two files; none where they are not. */
export function readBanking77(folder: string): readonly Labelled[] {
  const files = ['banking77_train.csv.gz', 'banking77_test.csv.gz'].map((name) => join(folder, name))
  return files.every((file) => existsSync(file))
    ? files.flatMap((file) => rowsOf(gunzipSync(readFileSync(file)).toString()))
    : []
}

/** Rows of `text,category`; a text with commas stands in quotation marks, and may hold line breaks. */
function rowsOf(csv: string): readonly Labelled[] {
  const rows: Labelled[] = []
  const body = csv.slice(csv.indexOf('\n') + 1)
  for (const [, quoted, plain, intent] of body.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\n][^\n,]*)),(\w+\??)\r?\n/g,
  ))
    rows.push({ text: (quoted ?? plain ?? '').replaceAll('""', '"').trim(), intent: intent! })
  return rows
}
