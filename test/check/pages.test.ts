import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { meters } from '../../lang/codes/meters.ts'
import { models } from '../../lang/codes/models.ts'
import { modules } from '../../lang/codes/modules.ts'
import { names } from '../../lang/codes/names.ts'
import { settings } from '../../lang/codes/settings.ts'
import { types } from '../../lang/codes/types.ts'

const rows = Object.entries({
  ...names,
  ...modules,
  ...types,
  ...models,
  ...meters,
  ...settings,
})

test.each(rows.map(([code, { title }]) => ({ code, title })))(
  '$code has a page: $title',
  ({ code, title }) => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/diagnostics', `${code}.md`), 'utf8')
    expect(page.startsWith(`# ${code}: ${title}\n`)).toBe(true)
    expect(page.match(/^## .*$/gm)).toEqual(['## Avoid', '## Prefer', '## Why'])
  },
)
