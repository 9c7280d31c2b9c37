import { expect, test } from 'vitest'
import { parse } from '../../lang/parse.ts'

test.each([
  [
    'a heading and rows without `||`',
    '| team | use\n| "a" | asked\n| "b" | asked',
    'expected `||`, found `|`',
  ],
  ['one row without it', '| team || use\n| "a" | asked\n| "b" || asked', 'expected `||`, found `|`'],
  ['one too many', '| team || stream || use\n| "a" || true || asked', 'expected `|`, found `||`'],
])('%s: one finding, and the table is read as it was meant', (_, rows, message) => {
  const { file, diagnostics } = parse({ file: 'main.route', text: `test table "t" {\n${rows}\n}\n` })
  expect(diagnostics.map((each) => each.message)).toEqual([message])
  expect(file.items).toMatchObject([{ kind: 'TestTable', outputs: [{ text: 'use' }] }])
})
