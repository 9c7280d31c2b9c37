import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clientTable } from './table.ts'

test('docs/clients.md tells of every client and provider that the suite runs', () => {
  const page = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8')
  expect(page).toContain(`<!-- table -->\n${clientTable()}\n<!-- end of table -->`)
})
