import { appendFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the texts of requests are kept whose policy says `content`: JSON Lines in a folder of their own, readable by its user alone, deleted after 7 days. */
export interface ContentStore {
  /** Takes a line; it is written soon after, or dropped and counted when the disk is slower than the traffic. */
  readonly add: (line: string) => void
  /** Lines that were not written. */
  readonly dropped: number
  /** Writes what is waiting, and stops. */
  readonly close: () => Promise<void>
}

/** How much is kept, and for how long. */
export interface ContentBounds {
  readonly fileBytesMax: number
  /** Of all files; the oldest go first. */
  readonly folderBytesMax: number
  readonly waitingBytesMax: number
  readonly daysMax: number
}

const bounds: ContentBounds = {
  fileBytesMax: 64 * 1024 * 1024,
  folderBytesMax: 1024 * 1024 * 1024,
  waitingBytesMax: 16 * 1024 * 1024,
  daysMax: 7,
}
const DAY_MS = 86_400_000
const SWEEP_MS = 3_600_000
/** `2026-11-22.3.jsonl`: the day, and which file of it. */
const NAME = /^(\d{4}-\d{2}-\d{2})\.(\d+)\.jsonl$/

/** Opens the store of a folder; the folder is made with the first line. `report` is told when it cannot be written. */
export function openContentStore(
  folder: string,
  report: (message: string) => void,
  { fileBytesMax, folderBytesMax, waitingBytesMax, daysMax }: ContentBounds = bounds,
  now: () => number = Date.now,
): ContentStore {
  let waiting: string[] = []
  let [waitingBytes, dropped] = [0, 0]
  let writing: Promise<void> | undefined

  const write = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    while (waiting.length > 0) {
      const lines = waiting
      waiting = []
      waitingBytes = 0
      const path = join(
        folder,
        await fileOf(folder, new Date(now()).toISOString().slice(0, 10), fileBytesMax),
      )
      await appendFile(path, lines.join(''), { mode: 0o600 })
    }
  }
  const start = (): void => {
    writing ??= write()
      .catch((error: unknown) => {
        dropped += waiting.length
        waiting = []
        waitingBytes = 0
        report(`the content store ${folder} cannot be written: ${codeOf(error)}`)
      })
      .finally(() => {
        writing = undefined
        if (waiting.length > 0) start()
      })
  }
  const written = async (): Promise<void> => {
    if (writing === undefined) return
    await writing
    await written()
  }
  const sweep = (): void =>
    void removeOld(folder, now() - daysMax * DAY_MS, folderBytesMax).catch(() => undefined)
  sweep()
  const sweeping = setInterval(sweep, SWEEP_MS).unref()
  return {
    add: (line) => {
      if (waitingBytes + line.length > waitingBytesMax) {
        dropped++
        return
      }
      waiting.push(`${line}\n`)
      waitingBytes += line.length
      start()
    },
    get dropped() {
      return dropped
    },
    close: async () => {
      clearInterval(sweeping)
      await written()
    },
  }
}

/** The file that takes the next lines of a day: its last one, or one after it where that is full. */
async function fileOf(folder: string, day: string, fileBytesMax: number): Promise<string> {
  const numbers = (await contentFiles(folder)).filter((file) => file.day === day).map(({ number }) => number)
  const last = Math.max(0, ...numbers)
  const name = `${day}.${last}.jsonl`
  const size = await stat(join(folder, name)).then(
    (found) => found.size,
    () => 0,
  )
  return size < fileBytesMax ? name : `${day}.${last + 1}.jsonl`
}

/** Removes the files of days before `sinceMs`, and the oldest of those that are more than fit. */
async function removeOld(folder: string, sinceMs: number, folderBytesMax: number): Promise<void> {
  const since = new Date(sinceMs).toISOString().slice(0, 10)
  let bytes = 0
  for (const { name, day } of (await contentFiles(folder)).toReversed()) {
    bytes += (await stat(join(folder, name))).size
    if (day < since || bytes > folderBytesMax) await rm(join(folder, name), { force: true })
  }
}

interface ContentFile {
  readonly name: string
  readonly day: string
  readonly number: number
}

/** The oldest first. */
async function contentFiles(folder: string): Promise<readonly ContentFile[]> {
  const files = (await readdir(folder)).flatMap((name): readonly ContentFile[] => {
    const [, day, number] = NAME.exec(name) ?? []
    return day === undefined ? [] : [{ name, day, number: Number(number) }]
  })
  return files.toSorted((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? -1 : 1))
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
