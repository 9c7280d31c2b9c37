import { TestGrammar } from './grammar/test.ts'
import { K, Quantity } from './tokens.ts'

/**
 * The grammar of `.route` files, and nothing but the grammar: rules build the concrete tree, `build-ast` makes the
 * syntax tree of it. Its parts are in `grammar/`, each on top of the one before: conditions, declarations, routes,
 * outcomes, tests, and here the file.
 *
 * Recovery is not the grammar's: a file that does not parse whole is cut into rows, each parsed alone (`outline`).
 */
export class RouteParser extends TestGrammar {
  constructor(options: { readonly skipValidations: boolean }) {
    super(options)
    this.performSelfAnalysis()
  }

  file = this.RULE('file', () => {
    this.OPTION(() => this.SUBRULE(this.version))
    this.MANY(() => this.SUBRULE(this.item))
  })

  version = this.RULE('version', () => {
    this.CONSUME(K.gwc)
    this.CONSUME(Quantity)
  })

  item = this.RULE('item', () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.factsDecl) },
        { ALT: () => this.SUBRULE(this.zoneDecl) },
        { ALT: () => this.SUBRULE(this.importDecl) },
        { ALT: () => this.SUBRULE(this.includeDecl) },
        { ALT: () => this.SUBRULE(this.constDecl) },
        { ALT: () => this.SUBRULE(this.predDecl) },
        { ALT: () => this.SUBRULE(this.guardTable) },
        { ALT: () => this.SUBRULE(this.budgetDecl) },
        { ALT: () => this.SUBRULE(this.limitDecl) },
        { ALT: () => this.SUBRULE(this.routeTable) },
        { ALT: () => this.SUBRULE(this.cacheTable) },
        { ALT: () => this.SUBRULE(this.attemptTable) },
        { ALT: () => this.SUBRULE(this.shapeTable) },
        { ALT: () => this.SUBRULE(this.logTable) },
        { ALT: () => this.SUBRULE(this.assertDecl) },
        {
          GATE: () => this.followedBy(K.table),
          ALT: () => this.SUBRULE(this.testTableDecl),
        },
        { ALT: () => this.SUBRULE(this.testDecl) },
      ],
      ERR_MSG: 'a declaration or a table',
    })
  })
}
