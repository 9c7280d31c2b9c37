import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { putGenerated } from './generated-file.ts'
import { cacheRulesPage } from './reference/cache-rules.ts'
import { commandsPage } from './reference/commands.ts'
import { diagnosticsPage } from './reference/diagnostics.ts'
import { factsPage } from './reference/facts.ts'
import { languagePages } from './reference/language.ts'
import { metricsPage } from './reference/metrics.ts'
import { providersPage } from './reference/providers.ts'
import { translationPage } from './reference/translation.ts'

/** Writes `docs/reference/`, from the same rows that checker, completion and help read. */
export function generateReference(root: string): void {
  const folder = join(root, 'docs/reference')
  mkdirSync(folder, { recursive: true })
  for (const { file, text } of [
    factsPage(),
    ...languagePages(),
    metricsPage(),
    cacheRulesPage(),
    providersPage(),
    translationPage(),
    diagnosticsPage(root),
    commandsPage(),
  ])
    putGenerated(join(folder, file), text)
}
