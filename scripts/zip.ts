import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive. */
export interface ZipEntry {
  readonly path: string
  readonly bytes: Buffer
}

/** 1980-01-01, the first day a ZIP knows: the same files give the same bytes. */
const firstDay = 0x0021
const version = 20
const deflate = 8
/** Names are UTF-8. */
const flags = 0x0800

/** A ZIP archive of the files, in their order (PKWARE APPNOTE 6.3, without ZIP64: below 4 GB and 65,536 files). */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(bytes, { level: 9 })
    const facts = factsOf(bytes, packed, name)
    const local = Buffer.concat([signature(0x04034b50), short(version), facts, name, packed])
    directory.push(centralHeader(facts, name, offset))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...parts, central, endOf(entries.length, central.length, offset)])
}

/** What local and central headers have in common. */
const factsOf = (bytes: Buffer, packed: Buffer, name: Buffer): Buffer =>
  Buffer.concat([
    short(flags, deflate, 0, firstDay),
    long(crc32(bytes), packed.length, bytes.length),
    short(name.length, 0),
  ])

const centralHeader = (facts: Buffer, name: Buffer, offset: number): Buffer =>
  Buffer.concat([
    signature(0x02014b50),
    short(version, version),
    facts,
    short(0, 0, 0),
    long(0, offset),
    name,
  ])

const endOf = (count: number, size: number, offset: number): Buffer =>
  Buffer.concat([signature(0x06054b50), short(0, 0, count, count), long(size, offset), short(0)])

const signature = (value: number): Buffer => long(value)

function short(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => buffer.writeUInt16LE(value, index * 2))
  return buffer
}

function long(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => buffer.writeUInt32LE(value, index * 4))
  return buffer
}
