import { statSync } from 'node:fs'
import { dirname, basename } from 'node:path'
import { type LaidOut, layOut } from '../compiler/lay-out.ts'
import type { DecisionTable } from '../schemas/generated/decision-table.ts'
import { gitFiles } from './git-files.ts'
import { loadProject, type Project, type ProjectOptions } from './project.ts'
import { readTable } from './read-table.ts'
import { disk, type SourceFiles } from './source-files.ts'
import { ToolFailure } from './tool-failure.ts'

/** One side of a comparison as it was named. */
export interface DiffSource {
  /** As a person would say it: `git:main:policies`. */
  readonly label: string
  readonly load: () => Loaded
}

/** A side, ready to be compared; in source, or built. */
export interface Loaded {
  readonly label: string
  readonly table: DecisionTable | undefined
  /** `undefined` for a built table. */
  readonly source: (LaidOut & { readonly project: Project }) | undefined
}

type Options = Pick<ProjectOptions, 'config' | 'asOf'>

/**
 * A file, a folder, a built table, `git:REV` or `git:REV:path`. A revision without a path means the path that the other
 * side names, or the current folder.
 */
export function diffSource(word: string, other: string, options: Options): DiffSource {
  const git = gitWord(word)
  if (git === undefined) return { label: word, load: () => load(word, word, disk, options) }
  const path = git.path ?? pathIn(other) ?? '.'
  const at = git.path === undefined ? placeOf(path) : { folder: '.', path }
  const label = `git:${git.revision}${path === '.' ? '' : `:${path}`}`
  return { label, load: () => load(label, at.path, gitFiles(git.revision, at.folder), options) }
}

function gitWord(word: string): { readonly revision: string; readonly path: string | undefined } | undefined {
  if (!word.startsWith('git:')) return undefined
  const [revision = '', ...path] = word.slice('git:'.length).split(':')
  if (revision === '')
    throw new ToolFailure(`${word} names no revision: \`git:main\`, \`git:HEAD~1:policies/main.route\``)
  return { revision, path: path.length === 0 ? undefined : path.join(':') }
}

/** The path that a word names; a built table says nothing of where its source is. */
function pathIn(word: string): string | undefined {
  const git = gitWord(word)
  const path = git === undefined ? word : git.path
  return path === undefined || isTable(path) ? undefined : path
}

/** Where git is to be asked about a path of the disk: in its own folder, so that its own repository answers. */
function placeOf(path: string): { readonly folder: string; readonly path: string } {
  if (!path.startsWith('/') && !path.startsWith('..')) return { folder: '.', path }
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    ? { folder: path, path: '.' }
    : { folder: dirname(path), path: basename(path) }
}

const isTable = (path: string): boolean => path.endsWith('.json')

function load(label: string, path: string, files: SourceFiles, options: Options): Loaded {
  if (isTable(path)) return { label, table: readTable(path, files), source: undefined }
  const project = loadProject(path, { ...options, files })
  const laidOut = layOut(project.input)
  return { label, table: laidOut.table, source: { ...laidOut, project } }
}
