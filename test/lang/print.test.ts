import { expect, test } from 'vitest'
import { parse } from '../../lang/parse.ts'
import { print } from '../../lang/print.ts'
import { isSameTree } from '../../lang/same-tree.ts'
import { file } from '../support/arbitrary-ast.ts'
import { fc } from '../support/fast-check.ts'

test('parsing what was printed gives the same tree', () => {
  fc.assert(
    fc.property(file, (tree) => {
      const text = print(tree)
      const parsed = parse({ file: 'random.route', text })
      expect(parsed.diagnostics.map(({ code, message }) => `${code} ${message}\n${text}`)).toEqual([])
      if (!isSameTree(parsed.file, tree)) expect(withoutSpans(parsed.file), text).toEqual(withoutSpans(tree))
    }),
    { numRuns: 1000 },
  )
})

const withoutSpans = (tree: object): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? undefined : value)))
