import { builtinFacts } from '../core/facts.ts'
import type { FactRow } from '../core/types.ts'
import type { File, ImportDecl, IncludeDecl, Item, StringLit } from '../lang/ast.ts'
import { type Diagnostic, hasErrors } from '../lang/diagnostic.ts'
import { suggest } from '../core/did-you-mean.ts'
import { help, report } from '../lang/report.ts'
import type { Span } from '../lang/span.ts'
import { readFacts } from './facts-schema.ts'
import type { CompileInput } from './input.ts'
import { parseOnce } from './parse-once.ts'
import { folderOf, resolvePath } from './paths.ts'
import { checkZone } from './zone.ts'

/** One file at one place of a policy. A file that is included twice is two modules. */
export interface Module {
  readonly path: string
  readonly file: File
  /** What its rules' names begin with: empty for the root, `payments.` for a file included as `payments`. */
  readonly prefix: string
  /** Modules that stand in the place of this one's `include` and `import` declarations; a failed one is absent. */
  readonly children: ReadonlyMap<IncludeDecl | ImportDecl, Module>
}

/** The files of a policy, parsed and put in their places; names are not resolved yet. */
export interface Modules {
  readonly root: Module
  /** Every fact that the policy may name. */
  readonly facts: ReadonlyMap<string, FactRow>
  /** Where the declared facts are declared. */
  readonly factPlaces: ReadonlyMap<string, Span>
  /** Whether the facts file, where there is one, was read without a mistake: only then is a name that is not here unknown. */
  readonly factsAreKnown: boolean
  /** IANA zone of `hour` and `weekday`: the policy's, else UTC. */
  readonly zone: string
  /** Whether linking found an error, so that no policy can come of it. */
  readonly broken: boolean
}

/** Modules in one policy, counting each include; a bound on files that double each other. */
const modulesMax = 2_000

/** Parses every file that the root leads to, and puts each in its place. Never fails: what is missing is left out and reported. */
export function link(input: CompileInput): {
  readonly modules: Modules
  readonly diagnostics: readonly Diagnostic[]
} {
  const linking: Linking = {
    input,
    folder: folderOf(input.root),
    reported: new Map(),
    parsed: new Set(),
    count: 0,
  }
  const root = linkRoot(linking)
  const { facts, factPlaces, factsAreKnown } = linkFacts(linking, root.file)
  const zone = linkZone(linking, root.file)
  const diagnostics = [...linking.reported.values()]
  const broken = hasErrors(diagnostics)
  return { modules: { root, facts, factPlaces, factsAreKnown, zone, broken }, diagnostics }
}

interface Linking {
  readonly input: CompileInput
  readonly folder: string
  /** By what it says and where: a file that is included twice makes its mistakes once. */
  readonly reported: Map<string, Diagnostic>
  readonly parsed: Set<string>
  count: number
}

/** A file on the way from the root, and what kind of file it is there. */
interface Step {
  readonly path: string
  readonly prefix: string
  readonly role: 'root' | 'included' | 'imported'
  readonly from: Step | undefined
}

function add(l: Linking, diagnostic: Diagnostic): void {
  const { file, start } = diagnostic.primary.span
  l.reported.set(`${diagnostic.code} ${file} ${start} ${diagnostic.message}`, diagnostic)
}

function linkRoot(l: Linking): Module {
  const { root } = l.input
  if (!l.input.sources.has(root)) add(l, report('GWC1101', { path: root }, { file: root, start: 0, end: 0 }))
  return linkFile(l, { path: root, prefix: '', role: 'root', from: undefined })
}

function linkFile(l: Linking, step: Step): Module {
  const { file, diagnostics } = parseOnce({ file: step.path, text: l.input.sources.get(step.path) ?? '' })
  for (const diagnostic of diagnostics) add(l, diagnostic)
  const children = new Map<IncludeDecl | ImportDecl, Module>()
  for (const item of file.items) {
    checkPlace(l, item, step)
    const child = item.kind === 'Include' || item.kind === 'Import' ? linkChild(l, item, step) : undefined
    if (child !== undefined) children.set(item as IncludeDecl | ImportDecl, child)
  }
  return { path: step.path, file, prefix: step.prefix, children }
}

function linkChild(l: Linking, item: IncludeDecl | ImportDecl, from: Step): Module | undefined {
  if (item.path.kind === 'Missing' || (from.role === 'imported' && item.kind === 'Include')) return undefined
  const path = find(l, item.path)
  if (path === undefined || isCircle(l, path, item.path.span, from)) return undefined
  if (++l.count > modulesMax) return tooMany(l, item.path.span)
  if (item.kind === 'Import') return linkFile(l, { path, prefix: from.prefix, role: 'imported', from })
  if (item.as.kind === 'Missing') return undefined
  return linkFile(l, { path, prefix: `${from.prefix}${item.as.text}.`, role: 'included', from })
}

function tooMany(l: Linking, at: Span): undefined {
  if (l.count === modulesMax + 1) add(l, report('GWC1113', { max: modulesMax }, at))
}

// ---------------------------------------------------------------------------------------------- paths

/** The path that a file names, if there is such a file. */
function find(l: Linking, written: StringLit): string | undefined {
  const resolved = resolvePath(written.span.file, written.value, l.folder)
  if (!resolved.ok) {
    const folder = l.folder === '.' ? 'the folder it starts from' : `\`${l.folder}\``
    const notes = [help('a policy is one folder: copy the file into it, or move the root file up')]
    add(l, report('GWC1102', { path: written.value, folder }, written.span, { notes }))
    return undefined
  }
  if (l.input.sources.has(resolved.path)) return resolved.path
  add(
    l,
    report('GWC1101', { path: resolved.path }, written.span, {
      label: 'no such file',
      notes: nearFile(l, written),
    }),
  )
  return undefined
}

function nearFile(l: Linking, written: StringLit): ReturnType<typeof help>[] {
  const folder = folderOf(written.span.file)
  const known = [...l.input.sources.keys()]
    .filter((path) => path !== written.span.file)
    .map((path) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path))
  const near = suggest(written.value, known)
  return near === undefined
    ? [help('paths are relative to the file that names them')]
    : [help(`did you mean \`${near}\`?`)]
}

function isCircle(l: Linking, path: string, at: Span, from: Step): boolean {
  const way: string[] = [path]
  for (let step: Step | undefined = from; step !== undefined; step = step.from) {
    way.unshift(step.path)
    if (step.path !== path) continue
    add(
      l,
      report('GWC1103', { chain: way }, at, {
        label: way.length === 2 ? 'this very file' : 'leads back here',
      }),
    )
    return true
  }
  return false
}

// ---------------------------------------------------------------------------------------------- what may stand where

function checkPlace(l: Linking, item: Item, step: Step): void {
  const what = describeItem(item)
  if (step.role === 'imported' && !['Const', 'Pred', 'Import'].includes(item.kind))
    add(
      l,
      report('GWC1106', { what }, opening(item), {
        notes: [help('`include "…" as NAME for COND` takes in a whole file')],
      }),
    )
  else if (step.role === 'included' && (item.kind === 'Facts' || item.kind === 'Zone'))
    add(l, report('GWC1105', { what }, item.span, { notes: [help(`move it to \`${l.input.root}\``)] }))
}

/** Tables are underlined by their first word. */
function opening(item: Item): Span {
  const end = Math.min(item.span.end, item.span.start + openingWord[item.kind].length)
  return { ...item.span, end }
}

const openingWord = {
  Facts: 'facts',
  Zone: 'zone',
  Import: 'import',
  Include: 'include',
  Const: 'const',
  Pred: 'pred',
  Guard: 'guard',
  Budget: 'budget',
  Limit: 'limit',
  Route: 'route',
  Cache: 'cache',
  Attempt: 'attempt',
  Shape: 'shape',
  Log: 'log',
  Assert: 'assert',
  Test: 'test',
  TestTable: 'test table',
} as const satisfies Record<Item['kind'], string>

const describeItem = (item: Item): string =>
  ['Guard', 'Route', 'Cache', 'Attempt', 'Shape', 'Log'].includes(item.kind)
    ? `a \`${openingWord[item.kind]}\` table`
    : `${/^[aeiou]/.test(openingWord[item.kind]) ? 'an' : 'a'} \`${openingWord[item.kind]}\` declaration`

// ---------------------------------------------------------------------------------------------- facts, zone

function linkFacts(l: Linking, root: File): Pick<Modules, 'facts' | 'factPlaces' | 'factsAreKnown'> {
  const [first, ...more] = root.items.filter((item) => item.kind === 'Facts')
  for (const item of more)
    add(l, report('GWC1107', { what: 'facts file' }, item.span, secondTime(first?.span)))
  const path = first?.path.kind === 'String' ? find(l, first.path) : undefined
  const declared =
    path === undefined ? undefined : readFacts({ file: path, text: l.input.sources.get(path) ?? '' })
  for (const diagnostic of declared?.diagnostics ?? []) add(l, diagnostic)
  const rows = [...builtinFacts, ...(declared?.facts ?? [])]
  return {
    facts: new Map(rows.map((row) => [row.name, row])),
    factPlaces: declared?.places ?? new Map(),
    factsAreKnown: first === undefined || declared?.diagnostics.length === 0,
  }
}

function linkZone(l: Linking, root: File): string {
  const [first, ...more] = root.items.filter((item) => item.kind === 'Zone')
  for (const item of more) add(l, report('GWC1107', { what: '`zone`' }, item.span, secondTime(first?.span)))
  if (first?.zone.kind !== 'String') return 'UTC'
  const problem = checkZone(first.zone)
  if (problem !== undefined) add(l, problem)
  return first.zone.value
}

const secondTime = (
  first: Span | undefined,
): { readonly secondary?: readonly { readonly span: Span; readonly text: string }[] } =>
  first === undefined ? {} : { secondary: [{ span: first, text: 'said here first' }] }
