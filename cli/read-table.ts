import { artifactChecksum } from '../core/artifact-checksum.ts'
import type { DecisionTable } from '../schemas/generated/decision-table.ts'
import { validate } from '../schemas/generated/decision-table.validate.js'
import { readText } from './policy-files.ts'
import { disk, type SourceFiles } from './source-files.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** A built table, read to be compared: its form and its checksum hold, whether or not this gwc could serve it. */
export function readTable(path: string, files: SourceFiles = disk): DecisionTable {
  const value = parse(path, readText(path, files))
  if (!validate(value)) {
    const [error] = validate.errors ?? []
    throw new ToolFailure(
      `${path} is no table of this gwc: ${error?.instancePath || 'its top level'} ${error?.message ?? 'is wrong'}; \`gwc build\` writes one`,
    )
  }
  const table: DecisionTable = value
  if (table.checksum !== undefined && table.checksum !== artifactChecksum(table))
    throw new ToolFailure(`${path} is damaged: its checksum does not fit what it holds; build it again`)
  return table
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ToolFailure(`${path} is not JSON: ${reasonOf(error)}`, { cause: error })
  }
}
