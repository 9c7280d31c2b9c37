import { generateCstDts } from 'chevrotain'
import { RouteParser } from './grammar.ts'

/** Where the types of the concrete tree are kept, from the root of the repository. */
export const cstTypesPath = 'lang/generated/cst.ts'

/** The text of the types of the concrete tree, from the grammar itself; the file is stale when it differs. */
export function generateCstTypes(): string {
  const parser = new RouteParser({ skipValidations: false })
  const types = generateCstDts(parser.getGAstProductions(), { includeVisitorInterface: false })
  const text = types.replace('ICstVisitor, ', '')
  return `// Generated from lang/grammar.ts by \`npm run generate\`. Do not edit.\n${text}`
}
