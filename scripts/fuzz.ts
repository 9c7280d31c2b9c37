/** A million inputs to lexer, parser, checker and loader, and the samples that seek what is said not to be; recorded in docs/trust.md. */
import { recordFigures } from './record-figures.ts'

recordFigures({
  command: 'npm run fuzz',
  tests: ['test/fuzz'],
  page: 'docs/trust.md',
  mark: 'fuzz',
})
