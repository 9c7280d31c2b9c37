/** A bug put into the sources on purpose: one text in the place of another that occurs exactly once. */
export interface SeededBug {
  readonly name: string
  /** Below the root of the repository. */
  readonly file: string
  readonly find: string
  readonly put: string
}

/** Each must be caught by one of the properties of the analyses. */
export const seededBugs: readonly SeededBug[] = [
  {
    name: 'the cover check forgets the branch that the fewest cubes take',
    file: 'compiler/cover.ts',
    find: 'open.toSorted((a, b) => a.own.length - b.own.length)',
    put: 'open.toSorted((a, b) => a.own.length - b.own.length).slice(1)',
  },
  {
    name: 'a cube that meets the target counts as containing it',
    file: 'compiler/cover.ts',
    find: '    else if (!includesAll(each.set, mine.set)) rest.push(each)\n',
    put: '',
  },
  {
    name: '`<=` cuts where `<` does',
    file: 'compiler/classes/numbers.ts',
    find: '{ at: cut.at + 1, after: false } : cut',
    put: '{ at: cut.at, after: false } : cut',
  },
  {
    name: 'names that no test mentions are forgotten',
    file: 'compiler/classes/names.ts',
    find: "  return unusedName(fact.type.kind === 'model' ? 'other/model' : `other-${fact.name}`, named)",
    put: '  return undefined',
  },
  {
    name: 'what no request can be is taken for possible',
    file: 'compiler/classes.ts',
    find: 'impossible: impossibleCubes(axes)',
    put: 'impossible: []',
  },
  {
    name: 'requests that the guard denies still reach the route',
    file: 'compiler/reach.ts',
    find: "({ rule }) => rule.action.kind === 'deny'",
    put: '() => false',
  },
  {
    name: 'negation leaves `and` as it is',
    file: 'compiler/cubes.ts',
    find: "return (condition.kind === 'all') === positive",
    put: "return condition.kind === 'all'",
  },
  {
    name: 'two cubes become what both share',
    file: 'compiler/cube.ts',
    find: 'union(set, at(b, differing).set)',
    put: 'intersection(set, at(b, differing).set)',
  },
  {
    name: 'the index of cubes forgets those that restrict another fact',
    file: 'compiler/cover-index.ts',
    find: 'new Set(best.free)',
    put: 'new Set<number>()',
  },
  {
    name: 'a fallback that takes over is not counted',
    file: 'compiler/chain-path.ts',
    find: "at = nextStage(stages, at, 'unavailable')",
    put: 'at = -1',
  },
  {
    name: 'the guard is held against the first stage alone',
    file: 'compiler/analyses/emptied.ts',
    find: 'distinctBans(new Set(stages.flatMap(({ models }) => models)), bans)',
    put: 'distinctBans(new Set(stages.slice(0, 1).flatMap(({ models }) => models)), bans)',
  },
  {
    name: 'a rule counts among those before it',
    file: 'compiler/decided.ts',
    find: '      const before = count\n      count += rule.cubes.length\n      return [rule, before]',
    put: '      count += rule.cubes.length\n      return [rule, count]',
  },
  {
    name: 'of two windows the smaller is enough',
    file: 'compiler/ask.ts',
    find: 'Math.max(a, b)',
    put: 'Math.min(a, b)',
  },
  {
    name: 'what a client claims is held against its other request',
    file: 'compiler/analyses/pairs.ts',
    find: '...second.before(sides.second).map(pairs.second)',
    put: '...second.before(sides.second)',
  },
]
