import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Atom, Cond } from '../typed.ts'

/**
 * Finds facts that a request may lack and whose value decides a condition all the same. Two passes: a structural one
 * that is linear and sound (`has f` in the same conjunction, `not has f` in the same disjunction), then, for what it
 * leaves, an exact one that asks whether some request without the fact hangs on its value.
 */
export function findUnguarded(condition: Cond, rule: Span): Diagnostic[] {
  const suspects = new Map<string, Atom>()
  suspect(condition, new Set(), suspects)
  return [...suspects.values()]
    .filter((atom) => hangsOn(condition, atom))
    .map((atom) => unguarded(atom, rule))
}

function unguarded({ fact, span }: Atom, rule: Span): Diagnostic {
  const isElsewhere = span.file !== rule.file || span.start < rule.start || span.end > rule.end
  const secondary = isElsewhere ? [{ span: rule, text: `used here without \`has ${fact.name}\`` }] : []
  const where = fact.origin.kind === 'builtin' ? '' : ', or give it a `default` in the facts file'
  return report('GWC1211', { fact: fact.name }, span, {
    label: 'undecided without it',
    secondary,
    notes: [help(`write \`has ${fact.name} and …\` before it${where}`)],
  })
}

/** Whether a condition's own `has` shows that every request which meets it carries the fact. */
export function isSureToHave(condition: Cond | undefined, fact: string): boolean {
  return condition !== undefined && sureOf(condition).whenTrue.has(fact)
}

type Names = ReadonlySet<string>
const none: Names = new Set()

const needsGuard = ({ fact, test }: Atom): boolean =>
  test.kind !== 'present' && fact.optional && fact.default === undefined

// ---------------------------------------------------------------------------------------------- structural pass

/** Facts that the request must carry wherever the condition is true, and wherever it is false, by its `has` alone. */
interface Sure {
  readonly whenTrue: Names
  readonly whenFalse: Names
}

/** Collects the first atom of each fact that is read where nothing shows it to be there. `known`: facts shown by the context. */
function suspect(condition: Cond, known: Names, found: Map<string, Atom>): void {
  switch (condition.kind) {
    case 'atom':
      if (needsGuard(condition) && !known.has(condition.fact.name) && !found.has(condition.fact.name))
        found.set(condition.fact.name, condition)
      return
    case 'not':
      return suspect(condition.operand, known, found)
    case 'all':
    case 'any': {
      // Beside an operand, the others of an `and` are true, those of an `or` false, or the operand does not matter.
      const sure = condition.operands
        .map(sureOf)
        .map((each) => (condition.kind === 'all' ? each.whenTrue : each.whenFalse))
      condition.operands.forEach((operand, index) => {
        const others = sure.filter((_, other) => other !== index)
        suspect(operand, others.length === 0 ? known : unite([known, ...others]), found)
      })
    }
  }
}

function sureOf(condition: Cond): Sure {
  switch (condition.kind) {
    case 'atom':
      return condition.test.kind === 'present'
        ? { whenTrue: new Set([condition.fact.name]), whenFalse: none }
        : { whenTrue: none, whenFalse: none }
    case 'not': {
      const { whenTrue, whenFalse } = sureOf(condition.operand)
      return { whenTrue: whenFalse, whenFalse: whenTrue }
    }
    case 'all':
    case 'any': {
      const parts = condition.operands.map(sureOf)
      const [inAll, inAny] = [parts.map((part) => part.whenTrue), parts.map((part) => part.whenFalse)]
      if (condition.kind === 'all') return { whenTrue: unite(inAll), whenFalse: intersect(inAny) }
      return { whenTrue: intersect(inAll), whenFalse: unite(inAny) }
    }
  }
}

const unite = (sets: readonly Names[]): Names => new Set(sets.flatMap((set) => [...set]))

function intersect([first, ...rest]: readonly Names[]): Names {
  if (first === undefined || first.size === 0) return none
  return new Set([...first].filter((name) => rest.every((set) => set.has(name))))
}

// ---------------------------------------------------------------------------------------------- exact pass

/** Steps of the exact pass; past them the condition is taken to hang on the fact, which asks for a plainer guard. */
const stepsMax = 20_000

/**
 * Whether some request without the fact leaves the condition undecided: the fact's atoms have no value, `has` is
 * false, every other atom is tried both ways. `missing` is one of the fact's atoms, and stands for whatever is undecided.
 */
function hangsOn(condition: Cond, missing: Atom): boolean {
  let steps = stepsMax
  const search = (open: Cond, chosen: Chosen): boolean => {
    if (steps-- <= 0) return true
    const rest = simplify(open, missing, chosen)
    if (typeof rest === 'boolean') return false
    const next = firstOpen(rest, missing)
    if (next === undefined) return true
    return [true, false].some((value) => search(rest, new Map([...chosen, [keyOf(next), value]])))
  }
  return search(condition, new Map())
}

type Chosen = ReadonlyMap<string, boolean>

/** Kleene's three-valued logic over what is chosen so far; the third value is the atom `missing` itself. */
function simplify(condition: Cond, missing: Atom, chosen: Chosen): boolean | Cond {
  switch (condition.kind) {
    case 'atom':
      if (condition.fact.name !== missing.fact.name) return chosen.get(keyOf(condition)) ?? condition
      return condition.test.kind === 'present' ? false : missing
    case 'not': {
      const operand = simplify(condition.operand, missing, chosen)
      if (typeof operand === 'boolean') return !operand
      return operand === missing ? missing : { ...condition, operand }
    }
    case 'all':
    case 'any': {
      const decisive = condition.kind === 'any'
      const parts = condition.operands.map((operand) => simplify(operand, missing, chosen))
      if (parts.includes(decisive)) return decisive
      const operands = parts.filter((part) => typeof part !== 'boolean')
      if (operands.length === 0) return !decisive
      return operands.every((operand) => operand === missing) ? missing : { ...condition, operands }
    }
  }
}

/** An atom of another fact that nothing has chosen yet. */
function firstOpen(condition: Cond, missing: Atom): Atom | undefined {
  if (condition.kind === 'atom') return condition.fact.name === missing.fact.name ? undefined : condition
  if (condition.kind === 'not') return firstOpen(condition.operand, missing)
  for (const operand of condition.operands) {
    const open = firstOpen(operand, missing)
    if (open !== undefined) return open
  }
  return undefined
}

const keyOf = ({ fact, test }: Atom): string => `${fact.name} ${JSON.stringify(test)}`
