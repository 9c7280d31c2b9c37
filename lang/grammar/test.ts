import { OutcomeGrammar } from './outcome.ts'
import { K, Name, P, Quantity, RowBar, Text } from '../tokens.ts'

/** Assertions, tests and test tables. */
export abstract class TestGrammar extends OutcomeGrammar {
  assertDecl = this.RULE('assertDecl', () => {
    this.CONSUME(K.assert)
    this.CONSUME(Text)
    this.SUBRULE(this.property)
    this.OPTION(() => this.SUBRULE(this.when))
  })

  property = this.RULE('property', () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.OR1([{ ALT: () => this.CONSUME(K.never) }, { ALT: () => this.CONSUME(K.always) }])
            this.CONSUME(K.use)
            this.SUBRULE(this.set)
          },
        },
        { ALT: () => this.CONSUME(K.denied) },
        { ALT: () => this.CONSUME(K.allowed) },
        { ALT: () => this.SUBRULE(this.cacheProperty) },
        { ALT: () => this.SUBRULE(this.bound) },
        {
          ALT: () => {
            this.CONSUME(K.charged)
            this.CONSUME(Name)
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.log)
            this.CONSUME(K.metadata)
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.reachable)
            this.SUBRULE(this.ruleName)
          },
        },
      ],
      ERR_MSG: 'a property, such as `never use …`, `cache off` or `cost <= $1`',
    })
  })

  cacheProperty = this.RULE('cacheProperty', () => {
    this.CONSUME(K.cache)
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(K.off) },
        {
          ALT: () => {
            this.CONSUME(K.within)
            this.CONSUME(Name)
          },
        },
      ],
      ERR_MSG: '`off` or `within …`',
    })
  })

  bound = this.RULE('bound', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.cost) },
      { ALT: () => this.CONSUME(K.attempts) },
      { ALT: () => this.CONSUME(K.time) },
    ])
    this.CONSUME(P.AtMost)
    this.CONSUME(Quantity)
  })

  testDecl = this.RULE('testDecl', () => {
    this.CONSUME(K.test)
    this.CONSUME(Text)
    this.CONSUME(P.LeftBrace)
    this.MANY(() => this.SUBRULE(this.given))
    this.SUBRULE(this.expectation)
    this.CONSUME(P.RightBrace)
  })

  given = this.RULE('given', () => {
    this.CONSUME(K.given)
    this.AT_LEAST_ONE_SEP({ SEP: P.Comma, DEF: () => this.SUBRULE(this.givenFact) })
  })

  givenFact = this.RULE('givenFact', () => {
    this.SUBRULE(this.subject)
    this.CONSUME(P.Is)
    this.SUBRULE(this.givenValue)
  })

  givenValue = this.RULE('givenValue', () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.constant) }, { ALT: () => this.SUBRULE(this.setLiteral) }],
      ERR_MSG: 'a value',
    })
  })

  expectation = this.RULE('expectation', () => {
    this.CONSUME(K.expect)
    this.AT_LEAST_ONE_SEP({ SEP: P.Comma, DEF: () => this.SUBRULE(this.expectedPart) })
  })

  expectedPart = this.RULE('expectedPart', () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.OR1([
              {
                ALT: () => {
                  this.CONSUME(K.use)
                  this.SUBRULE(this.chain)
                },
              },
              { ALT: () => this.SUBRULE(this.denyTarget) },
            ])
            this.OPTION(() => this.SUBRULE(this.byRule))
          },
        },
        { ALT: () => this.SUBRULE1(this.byRule) },
        {
          ALT: () => {
            this.CONSUME(K.cache)
            this.SUBRULE(this.cacheMode)
          },
        },
      ],
      ERR_MSG: '`use …`, `deny`, `by RULE` or `cache …`',
    })
  })

  byRule = this.RULE('byRule', () => {
    this.CONSUME(K.by)
    this.SUBRULE(this.ruleName)
  })

  /** A rule, or the `default` of its table. */
  ruleName = this.RULE('ruleName', () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(K.default) }],
      ERR_MSG: 'the name of a rule, or `default`',
    })
  })

  cacheMode = this.RULE('cacheMode', () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(K.off) },
        { ALT: () => this.CONSUME(K.exact) },
        { ALT: () => this.CONSUME(K.semantic) },
      ],
      ERR_MSG: '`off`, `exact` or `semantic`',
    })
  })

  testTableDecl = this.RULE('testTableDecl', () => {
    this.CONSUME(K.test)
    this.CONSUME(K.table)
    this.CONSUME(Text)
    this.CONSUME(P.LeftBrace)
    this.MANY(() => this.SUBRULE(this.given))
    this.SUBRULE(this.testHeader)
    this.MANY1(() => this.SUBRULE(this.testRow))
    this.CONSUME(P.RightBrace)
  })

  testHeader = this.RULE('testHeader', () => {
    this.CONSUME(RowBar)
    this.AT_LEAST_ONE_SEP({ SEP: P.Bar, DEF: () => this.SUBRULE(this.subject) })
    this.CONSUME(P.Bars)
    this.AT_LEAST_ONE_SEP1({ SEP: P.Bar, DEF: () => this.SUBRULE(this.testColumn) })
  })

  testColumn = this.RULE('testColumn', () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(K.use) }, { ALT: () => this.CONSUME(Name) }],
      ERR_MSG: '`use`, `deny`, `by` or `cache`',
    })
  })

  testRow = this.RULE('testRow', () => {
    this.CONSUME(RowBar)
    this.SUBRULE(this.inputCell)
    this.MANY(() => {
      this.CONSUME(P.Bar)
      this.SUBRULE1(this.inputCell)
    })
    this.CONSUME(P.Bars)
    this.SUBRULE(this.outputCell)
    this.MANY1(() => {
      this.CONSUME1(P.Bar)
      this.SUBRULE1(this.outputCell)
    })
  })

  inputCell = this.RULE('inputCell', () => {
    this.OPTION(() => this.SUBRULE(this.givenValue))
  })

  /** What its column asks for; a lone name may be a model, a rule or a cache mode, and `default` is a rule. */
  outputCell = this.RULE('outputCell', () => {
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(Text)
            this.OPTION1(() => this.SUBRULE(this.status))
          },
        },
        { ALT: () => this.CONSUME(K.default) },
        { ALT: () => this.SUBRULE(this.chain) },
      ]),
    )
  })
}
