import type { FactRow } from '../../core/types.ts'
import type { Name, Subject } from '../../lang/ast.ts'
import { suggest } from '../../core/did-you-mean.ts'
import { help, report } from '../../lang/report.ts'
import { add, type Place } from './checking.ts'
import { describeDeclared, listWords } from './describe.ts'
import { findMeterName, notAMeterFact, visibleMeterFacts } from './meters.ts'
import { findDeclared, namesOf, unknownName, warnDeprecated } from './names.ts'
import { findProvider } from './provider.ts'
import { rewriteNear } from './rewrite.ts'

/** The fact (or, in a filter, the property) that a condition asks about. `undefined`: reported. */
export function findSubject(place: Place, subject: Subject): FactRow | undefined {
  if (subject.kind === 'Call') return findCall(place, subject)
  const row = place.words.rows.get(subject.text)
  if (row === undefined) return findMeterFact(place, subject)
  if (row.deprecated !== undefined) warnDeprecated(place, subject, row.deprecated)
  return row
}

/** `intern_month.used`, where no fact of a request has the name. */
export function findMeterFact(place: Place, name: Name): FactRow | undefined {
  const found = findMeterName(place, name.text)
  if (found === undefined) return notASubject(place, name)
  return found.kind === 'fact' ? found.row : notAMeterFact(place, name, found)
}

/** `up(openai)`: the one test with an argument. */
export function findCall(place: Place, call: Extract<Subject, { kind: 'Call' }>): FactRow | undefined {
  const { name } = call
  if (name.text === 'up' && place.words.noun === 'fact') return findProvider(place, call)
  const notes = [help('`up(provider)` is the only test with an argument')]
  return add(place.c, report('GWC1001', { name: `${name.text}(…)`, wanted: 'test' }, name.span, { notes }))
}

function notASubject(place: Place, name: Name): undefined {
  const { c, words } = place
  const declared = findDeclared(place, name)
  if (declared !== undefined) {
    const secondary = [{ span: declared.span, text: 'declared here' }]
    const notes =
      declared.meaning.kind === 'pred'
        ? [help(`\`${name.text}\` or \`not ${name.text}\` is the whole condition`)]
        : []
    return add(
      c,
      report(
        'GWC1004',
        { name: name.text, is: describeDeclared(declared), wanted: `a ${words.noun}` },
        name.span,
        { secondary, notes },
      ),
    )
  }
  return words.noun === 'property' ? unknownProperty(place, name) : unknownFact(place, name)
}

function unknownFact(place: Place, name: Name): undefined {
  const otherwise = '`gwc facts` lists the built-in ones; one of your own is declared in the facts file'
  return unknownName(place, name, {
    what: 'fact',
    candidates: [...place.words.rows.keys(), ...visibleMeterFacts(place)],
    otherwise,
  })
}

function unknownProperty({ c, words }: Place, name: Name): undefined {
  const near = suggest(name.text, words.rows.keys())
  const isFact = c.facts.has(name.text)
    ? [help(`\`${name.text}\` is a fact of the request; a filter asks about models alone`)]
    : []
  const notes =
    near === undefined
      ? [...isFact, help(`models have ${listWords([...words.rows.keys()], 30)}`)]
      : [help(`did you mean \`${near}\`?`)]
  const fixes = rewriteNear(name.span, near)
  return add(c, report('GWC1308', { name: name.text }, name.span, { notes, fixes }))
}

/** Reports a bare name that is neither a flag nor a predicate. */
export function unknownFlag(place: Place, name: Name): undefined {
  const { words } = place
  if (words.noun === 'property') return unknownProperty(place, name)
  const flags = [...words.rows.values()].filter(({ type }) => type.kind === 'bool').map((row) => row.name)
  const candidates = [...flags, ...namesOf(place, ({ meaning }) => meaning.kind === 'pred')]
  return unknownName(place, name, {
    what: 'flag or predicate',
    candidates: [...candidates, ...words.rows.keys()],
  })
}
