import { readFileSync } from 'node:fs'
import type { TrafficLogEntry } from '../schemas/generated/traffic-log.ts'
import { validate } from '../schemas/generated/traffic-log.validate.js'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** Recorded requests, one a line, and the lines that are something else: a gateway's log also tells of itself. */
export interface Traffic {
  readonly entries: readonly TrafficLogEntry[]
  readonly otherLines: number
}

/** Reads a traffic log (JSON Lines, schemas/traffic-log.schema.json). One without a single request is a failure. */
export function readTraffic(path: string): Traffic {
  const lines = readLines(path).filter((line) => line.trim() !== '')
  const entries = lines.flatMap((line) => entryOf(line) ?? [])
  if (entries.length > 0) return { entries, otherLines: lines.length - entries.length }
  throw new ToolFailure(
    `${path} tells of no request; a line of \`gwc serve\`'s log has at, requestId, policy, facts and rule`,
  )
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').split('\n')
  } catch (error) {
    throw new ToolFailure(`cannot read ${path}: ${reasonOf(error)}`, { cause: error })
  }
}

function entryOf(line: string): TrafficLogEntry | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return validate(value) && !Number.isNaN(Date.parse(value.at)) ? value : undefined
  } catch {
    return undefined
  }
}
