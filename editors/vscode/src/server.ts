import { run } from '../../../cli/lsp.ts'

// The server that comes with the extension: `gwc lsp` and nothing else of gwc.
process.exitCode = await run()
