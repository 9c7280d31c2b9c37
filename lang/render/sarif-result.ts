import { textChecksum } from '../../core/text-checksum.ts'
import type { Diagnostic, Edit, Fix, Label } from '../diagnostic.ts'
import type { Span } from '../span.ts'
import type { Sources } from './code-frame.ts'
import { type Place, placesIn } from './place.ts'
import { levels } from './sarif-rule.ts'

/** Findings as SARIF results. `codes` are the ids of the run's rules, in their order. */
export function resultsOf(
  findings: readonly Diagnostic[],
  codes: readonly string[],
  sources: Sources,
): readonly object[] {
  const placeOf = placesIn(sources)
  const fingerprintOf = fingerprints(sources)
  return findings.map((finding) => ({
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: wordsOf(finding) },
    locations: [locationOf(finding.primary, placeOf)],
    ...(finding.secondary.length === 0 ? {} : { relatedLocations: relatedOf(finding.secondary, placeOf) }),
    partialFingerprints: { 'gwcFinding/v1': fingerprintOf(finding) },
    ...fixesOf(finding.fixes, placeOf),
    ...(finding.witness === undefined ? {} : { properties: { request: finding.witness } }),
  }))
}

type PlaceOf = (span: Span) => Place | undefined

const wordsOf = ({ message, notes }: Diagnostic): string =>
  [message, ...notes.map(({ kind, text }) => `${kind}: ${text}`)].join('\n')

const relatedOf = (labels: readonly Label[], placeOf: PlaceOf): readonly object[] =>
  labels.map((label, id) => ({ id, ...locationOf(label, placeOf) }))

function locationOf({ span, text }: Label, placeOf: PlaceOf): object {
  const place = placeOf(span)
  return {
    physicalLocation: {
      artifactLocation: artifactOf(span.file),
      ...(place === undefined ? {} : { region: regionOf(place) }),
    },
    ...(text === '' ? {} : { message: { text } }),
  }
}

/** Lines and columns count from 1, and the end is past the last character, as in SARIF. */
const regionOf = ({ start, end }: Place): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

/** A path as a URI below the root of the repository; an absolute one stands for itself. */
const artifactOf = (file: string): object =>
  file.startsWith('/')
    ? { uri: `file://${encodePath(file)}` }
    : { uri: encodePath(file), uriBaseId: '%SRCROOT%' }

const encodePath = (file: string): string => file.split('/').map(encodeURIComponent).join('/')

/** A fix of a file whose text is not at hand has no place to be told: it is left out. */
function fixesOf(fixes: readonly Fix[], placeOf: PlaceOf): object {
  const placed = fixes.filter(({ edits }) => edits.every(({ span }) => placeOf(span) !== undefined))
  return placed.length === 0 ? {} : { fixes: placed.map((fix) => fixOf(fix, placeOf)) }
}

function fixOf({ title, edits }: Fix, placeOf: PlaceOf): object {
  const byFile = Map.groupBy(edits, ({ span }) => span.file)
  return {
    description: { text: title },
    artifactChanges: [...byFile].map(([file, changes]) => ({
      artifactLocation: artifactOf(file),
      replacements: changes.map((edit) => replacementOf(edit, placeOf)),
    })),
  }
}

function replacementOf({ span, newText }: Edit, placeOf: PlaceOf): object {
  const place = placeOf(span)
  return {
    ...(place === undefined ? {} : { deletedRegion: regionOf(place) }),
    insertedContent: { text: newText },
  }
}

/**
 * What a finding is known by from one run to the next: its code, its file and the text that it marks, without spacing, so
 * that it stays when lines move or are formatted; equal ones are counted from the top.
 */
function fingerprints(sources: Sources): (finding: Diagnostic) => string {
  const seen = new Map<string, number>()
  return ({ code, message, primary: { span } }) => {
    const marked = sources.get(span.file)?.slice(span.start, span.end) ?? ''
    const key = textChecksum([code, span.file, message, marked.replaceAll(/\s+/g, ' ')].join('\0'))
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return `${key}:${count}`
  }
}
