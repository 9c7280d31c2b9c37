import { CstParser, type TokenType } from 'chevrotain'
import { expectations } from './expectations.ts'
import { K, Model, Name, P, Quantity, RowBar, StatusClass, Text, vocabulary } from './tokens.ts'

/**
 * The grammar of `.route` files, and nothing but the grammar: rules build the concrete tree, `build-ast` makes the
 * syntax tree of it. One token decides every choice; a contextual keyword is tried before `Name`, which it also is.
 *
 * Recovery is not the grammar's: a file that does not parse whole is cut into rows, each parsed alone (`outline`).
 */
export class RouteParser extends CstParser {
  constructor(options: { readonly skipValidations: boolean }) {
    super([...vocabulary], {
      maxLookahead: 1,
      nodeLocationTracking: 'onlyOffset',
      skipValidations: options.skipValidations,
      errorMessageProvider: expectations,
    })
    this.performSelfAnalysis()
  }

  private followedBy(type: TokenType): boolean {
    return this.LA(2).tokenType === type
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

  // ------------------------------------------------------------------------------------------ declarations

  factsDecl = this.RULE('factsDecl', () => {
    this.CONSUME(K.facts)
    this.CONSUME(Text)
  })

  zoneDecl = this.RULE('zoneDecl', () => {
    this.CONSUME(K.zone)
    this.CONSUME(Text)
  })

  importDecl = this.RULE('importDecl', () => {
    this.CONSUME(K.import)
    this.CONSUME(Text)
  })

  includeDecl = this.RULE('includeDecl', () => {
    this.CONSUME(K.include)
    this.CONSUME(Text)
    this.CONSUME(K.as)
    this.CONSUME(Name)
    this.OPTION(() => {
      this.CONSUME(K.for)
      this.SUBRULE(this.condition)
    })
  })

  constDecl = this.RULE('constDecl', () => {
    this.CONSUME(K.const)
    this.CONSUME(Name)
    this.CONSUME(P.Is)
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.SUBRULE(this.set) }],
      ERR_MSG: 'a constant or a set',
    })
    this.OPTION(() => this.SUBRULE(this.deprecated))
  })

  predDecl = this.RULE('predDecl', () => {
    this.CONSUME(K.pred)
    this.CONSUME(Name)
    this.CONSUME(P.Is)
    this.SUBRULE(this.condition)
    this.OPTION(() => this.SUBRULE(this.deprecated))
  })

  deprecated = this.RULE('deprecated', () => {
    this.CONSUME(K.deprecated)
    this.CONSUME(Text)
  })

  was = this.RULE('was', () => {
    this.CONSUME(K.was)
    this.CONSUME(Name)
  })

  per = this.RULE('per', () => {
    this.CONSUME(K.per)
    this.CONSUME(Name)
  })

  warnAt = this.RULE('warnAt', () => {
    this.CONSUME(K.warn)
    this.CONSUME(K.at)
    this.AT_LEAST_ONE_SEP({ SEP: P.Comma, DEF: () => this.CONSUME(Quantity) })
  })

  budgetDecl = this.RULE('budgetDecl', () => {
    this.CONSUME(K.budget)
    this.CONSUME(Name)
    this.OPTION(() => this.SUBRULE(this.was))
    this.OPTION1(() => this.CONSUME(K.soft))
    this.OPTION2(() => this.CONSUME(K.fit))
    this.OPTION3(() => this.CONSUME(Quantity))
    this.SUBRULE(this.per, { LABEL: 'period' })
    this.OPTION4(() => this.SUBRULE1(this.per, { LABEL: 'dimension' }))
    this.OPTION5(() => this.SUBRULE(this.amountFrom))
    this.OPTION6(() => this.SUBRULE(this.when))
    this.OPTION7(() => this.SUBRULE(this.warnAt))
  })

  amountFrom = this.RULE('amountFrom', () => {
    this.CONSUME(K.from)
    this.CONSUME(Name)
    this.OPTION(() => {
      this.CONSUME(K.default)
      this.CONSUME(Quantity, { LABEL: 'fallback' })
    })
    this.OPTION1(() => {
      this.CONSUME(K.at)
      this.CONSUME(K.most)
      this.CONSUME1(Quantity, { LABEL: 'ceiling' })
    })
  })

  limitDecl = this.RULE('limitDecl', () => {
    this.CONSUME(K.limit)
    this.CONSUME(Name)
    this.OPTION(() => this.SUBRULE(this.was))
    this.OPTION1(() => this.CONSUME(K.soft))
    this.CONSUME(Quantity)
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(K.concurrent) },
        {
          ALT: () => {
            this.OR1([{ ALT: () => this.CONSUME(K.requests) }, { ALT: () => this.CONSUME(K.tokens) }])
            this.SUBRULE(this.per, { LABEL: 'period' })
          },
        },
      ],
      ERR_MSG: '`requests`, `tokens` or `concurrent`',
    })
    this.OPTION2(() => this.SUBRULE1(this.per, { LABEL: 'dimension' }))
    this.OPTION3(() => this.SUBRULE(this.when))
    this.OPTION4(() => this.SUBRULE(this.warnAt))
  })

  // ------------------------------------------------------------------------------------------ guard, route

  guardTable = this.RULE('guardTable', () => {
    this.CONSUME(K.guard)
    this.CONSUME(P.LeftBrace)
    this.MANY(() => this.SUBRULE(this.guardRow))
    this.CONSUME(P.RightBrace)
  })

  guardRow = this.RULE('guardRow', () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(K.deny)
            this.CONSUME(Text)
            this.OPTION(() => this.SUBRULE(this.status))
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.never)
            this.CONSUME(K.use)
            this.SUBRULE(this.set)
          },
        },
      ],
      ERR_MSG: '`deny "…"` or `never use …`',
    })
    this.SUBRULE(this.whenOrAlways)
  })

  status = this.RULE('status', () => {
    this.CONSUME(K.status)
    this.CONSUME(Quantity)
  })

  when = this.RULE('when', () => {
    this.CONSUME(K.when)
    this.SUBRULE(this.condition)
  })

  whenOrAlways = this.RULE('whenOrAlways', () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.when) }, { ALT: () => this.CONSUME(K.always) }],
      ERR_MSG: '`when …` or `always`',
    })
  })

  whenOrDefault = this.RULE('whenOrDefault', () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.when) }, { ALT: () => this.CONSUME(K.default) }],
      ERR_MSG: '`when …` or `default`',
    })
  })

  routeTable = this.RULE('routeTable', () => {
    this.CONSUME(K.route)
    this.OPTION(() => this.CONSUME(K.embeddings))
    this.CONSUME(P.LeftBrace)
    this.MANY(() => this.SUBRULE(this.routeItem))
    this.CONSUME(P.RightBrace)
  })

  routeItem = this.RULE('routeItem', () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.affinity) },
        { ALT: () => this.SUBRULE(this.routeRule) },
        { ALT: () => this.SUBRULE(this.routeDefault) },
      ],
      ERR_MSG: '`rule`, `default` or `affinity`',
    })
  })

  affinity = this.RULE('affinity', () => {
    this.CONSUME(K.affinity)
    this.CONSUME(Name)
  })

  routeRule = this.RULE('routeRule', () => {
    this.CONSUME(K.rule)
    this.CONSUME(Name)
    this.OPTION(() => this.SUBRULE(this.was))
    this.SUBRULE(this.when)
    this.CONSUME(K.use)
    this.SUBRULE(this.chain)
  })

  routeDefault = this.RULE('routeDefault', () => {
    this.CONSUME(K.default)
    this.CONSUME(K.use)
    this.SUBRULE(this.chain)
  })

  chain = this.RULE('chain', () => {
    this.SUBRULE(this.stage)
    this.MANY(() => {
      this.CONSUME(K.then)
      this.SUBRULE(this.nextStage)
    })
  })

  stage = this.RULE('stage', () => {
    this.SUBRULE(this.target)
    this.OPTION(() => this.SUBRULE(this.shadow))
  })

  nextStage = this.RULE('nextStage', () => {
    this.SUBRULE(this.stage)
    this.OPTION(() => this.SUBRULE(this.accepted))
  })

  accepted = this.RULE('accepted', () => {
    this.CONSUME(K.on)
    this.CONSUME(P.LeftBrace)
    this.AT_LEAST_ONE_SEP({ SEP: P.Comma, DEF: () => this.SUBRULE(this.failureClass) })
    this.CONSUME(P.RightBrace)
  })

  failureClass = this.RULE('failureClass', () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(Quantity) },
        { ALT: () => this.CONSUME(StatusClass) },
        { ALT: () => this.CONSUME(Name) },
      ],
      ERR_MSG: 'a class of failures, such as `429` or `overloaded`',
    })
  })

  shadow = this.RULE('shadow', () => {
    this.CONSUME(K.shadow)
    this.CONSUME(Quantity)
    this.CONSUME(K.to)
    this.SUBRULE(this.modelRef)
  })

  target = this.RULE('target', () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.pick) },
        { ALT: () => this.SUBRULE(this.split) },
        { ALT: () => this.CONSUME(K.asked) },
        { ALT: () => this.SUBRULE(this.denyTarget) },
        { ALT: () => this.SUBRULE(this.modelRef) },
      ],
      // Each keyword is also a `Name`: after `use` the keyword is meant.
      IGNORE_AMBIGUITIES: true,
      ERR_MSG: 'a model, `cheapest of …`, `fastest of …`, `best of …`, `split by …`, `asked` or `deny`',
    })
  })

  pick = this.RULE('pick', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.cheapest) },
      { ALT: () => this.CONSUME(K.fastest) },
      { ALT: () => this.CONSUME(K.best) },
    ])
    this.CONSUME(K.of)
    this.SUBRULE(this.set)
  })

  split = this.RULE('split', () => {
    this.CONSUME(K.split)
    this.CONSUME(K.by)
    this.CONSUME(Name)
    this.OPTION(() => {
      this.CONSUME(K.salt)
      this.CONSUME(Text)
    })
    this.CONSUME(P.LeftBrace)
    this.AT_LEAST_ONE_SEP({ SEP: P.Comma, DEF: () => this.SUBRULE(this.splitArm) })
    this.CONSUME(P.RightBrace)
  })

  splitArm = this.RULE('splitArm', () => {
    this.CONSUME(Quantity)
    this.SUBRULE(this.modelRef)
  })

  denyTarget = this.RULE('denyTarget', () => {
    this.CONSUME(K.deny)
    this.OPTION(() => this.CONSUME(Text))
    this.OPTION1(() => this.SUBRULE(this.status))
  })

  // ------------------------------------------------------------------------------ cache, attempt, shape, log

  cacheTable = this.RULE('cacheTable', () => {
    this.CONSUME(K.cache)
    this.CONSUME(P.LeftBrace)
    this.MANY(() => this.SUBRULE(this.cacheRow))
    this.CONSUME(P.RightBrace)
  })

  cacheRow = this.RULE('cacheRow', () => {
    this.SUBRULE(this.whenOrDefault)
    this.CONSUME(P.Arrow)
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(K.off) },
        {
          ALT: () => {
            this.CONSUME(K.exact)
            this.SUBRULE(this.cacheTerms)
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.semantic)
            this.OPTION(() => this.CONSUME(Quantity))
            this.SUBRULE1(this.cacheTerms)
          },
        },
      ],
      ERR_MSG: '`off`, `exact` or `semantic`',
    })
  })

  cacheTerms = this.RULE('cacheTerms', () => {
    this.OPTION(() => {
      this.CONSUME(K.for)
      this.CONSUME(Quantity)
    })
    this.OPTION1(() => {
      this.CONSUME(K.within)
      this.CONSUME(Name)
    })
    this.OPTION2(() => this.SUBRULE(this.judge))
  })

  judge = this.RULE('judge', () => {
    this.CONSUME(K.verify)
    this.CONSUME(K.judge)
    this.SUBRULE(this.modelRef)
    this.OPTION(() => {
      this.CONSUME(K.within)
      this.CONSUME(Quantity)
    })
  })

  attemptTable = this.RULE('attemptTable', () => {
    this.CONSUME(K.attempt)
    this.CONSUME(P.LeftBrace)
    this.MANY(() => this.SUBRULE(this.attemptRow))
    this.CONSUME(P.RightBrace)
  })

  attemptRow = this.RULE('attemptRow', () => {
    this.SUBRULE(this.whenOrDefault)
    this.CONSUME(P.Arrow)
    this.AT_LEAST_ONE_SEP({ SEP: P.Comma, DEF: () => this.SUBRULE(this.attemptSetting) })
  })

  attemptSetting = this.RULE('attemptSetting', () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.deadline) },
        {
          ALT: () => {
            this.CONSUME(K.retries)
            this.CONSUME(Quantity)
          },
        },
        { ALT: () => this.SUBRULE(this.backoff) },
        {
          ALT: () => {
            this.CONSUME(K.ambiguous)
            this.OR1([{ ALT: () => this.CONSUME(K.never) }, { ALT: () => this.CONSUME(K.once) }])
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.abort)
            this.OR2([{ ALT: () => this.CONSUME(K.cancel) }, { ALT: () => this.CONSUME(K.drain) }])
          },
        },
      ],
      ERR_MSG: '`connect`, `first_token`, `idle`, `total`, `retries`, `backoff`, `ambiguous` or `abort`',
    })
  })

  deadline = this.RULE('deadline', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.connect) },
      { ALT: () => this.CONSUME(K.first_token) },
      { ALT: () => this.CONSUME(K.idle) },
      { ALT: () => this.CONSUME(K.total) },
    ])
    this.CONSUME(Quantity)
  })

  backoff = this.RULE('backoff', () => {
    this.CONSUME(K.backoff)
    this.CONSUME(Quantity, { LABEL: 'first' })
    this.CONSUME(K.to)
    this.CONSUME1(Quantity, { LABEL: 'last' })
  })

  shapeTable = this.RULE('shapeTable', () => {
    this.CONSUME(K.shape)
    this.CONSUME(P.LeftBrace)
    this.MANY(() => this.SUBRULE(this.shapeRow))
    this.CONSUME(P.RightBrace)
  })

  shapeRow = this.RULE('shapeRow', () => {
    this.SUBRULE(this.whenOrAlways)
    this.CONSUME(P.Arrow)
    this.AT_LEAST_ONE_SEP({ SEP: P.Comma, DEF: () => this.SUBRULE(this.shapeSetting) })
  })

  shapeSetting = this.RULE('shapeSetting', () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(K.max_output)
            this.CONSUME(Quantity)
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.compact)
            this.CONSUME(K.to)
            this.CONSUME1(Quantity)
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.prompt_cache)
            this.OR1([{ ALT: () => this.CONSUME(K.auto) }, { ALT: () => this.CONSUME(K.off) }])
          },
        },
      ],
      ERR_MSG: '`max_output`, `compact to` or `prompt_cache`',
    })
  })

  logTable = this.RULE('logTable', () => {
    this.CONSUME(K.log)
    this.CONSUME(P.LeftBrace)
    this.MANY(() => this.SUBRULE(this.logRow))
    this.CONSUME(P.RightBrace)
  })

  logRow = this.RULE('logRow', () => {
    this.SUBRULE(this.whenOrDefault)
    this.CONSUME(P.Arrow)
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(K.off) },
        { ALT: () => this.CONSUME(K.metadata) },
        {
          ALT: () => {
            this.CONSUME(K.content)
            this.OPTION(() => {
              this.CONSUME(K.sample)
              this.CONSUME(Quantity)
            })
          },
        },
      ],
      ERR_MSG: '`off`, `metadata` or `content`',
    })
  })

  // ---------------------------------------------------------------------------------- assertions and tests

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
            this.CONSUME1(Name)
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
    this.CONSUME(Name)
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

  /** What its column asks for; a lone name may be a model, a rule or a cache mode. */
  outputCell = this.RULE('outputCell', () => {
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(Text)
            this.OPTION1(() => this.SUBRULE(this.status))
          },
        },
        { ALT: () => this.SUBRULE(this.chain) },
      ]),
    )
  })

  // ----------------------------------------------------------------------------------- conditions, constants

  condition = this.RULE('condition', () => {
    this.AT_LEAST_ONE_SEP({
      SEP: K.or,
      DEF: () => this.SUBRULE(this.conjunction),
      ERR_MSG: 'a condition',
    })
  })

  conjunction = this.RULE('conjunction', () => {
    this.AT_LEAST_ONE_SEP({
      SEP: K.and,
      DEF: () => this.SUBRULE(this.negation),
      ERR_MSG: 'a condition',
    })
  })

  negation = this.RULE('negation', () => {
    this.MANY(() => this.CONSUME(K.not))
    this.SUBRULE(this.primary)
  })

  primary = this.RULE('primary', () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(P.LeftParen)
            this.SUBRULE(this.condition)
            this.CONSUME(P.RightParen)
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.has)
            this.CONSUME(Name)
          },
        },
        { ALT: () => this.SUBRULE(this.comparison) },
      ],
      ERR_MSG: 'a condition',
    })
  })

  comparison = this.RULE('comparison', () => {
    this.SUBRULE(this.subject)
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.SUBRULE(this.comparisonOperator)
            this.SUBRULE(this.constant)
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.contains)
            this.OR1({
              DEF: [{ ALT: () => this.CONSUME(Text) }, { ALT: () => this.CONSUME(Name) }],
              ERR_MSG: 'text in double quotes',
            })
          },
        },
        {
          ALT: () => {
            this.OPTION1(() => this.CONSUME(K.not))
            this.OR2({
              DEF: [
                {
                  ALT: () => {
                    this.CONSUME(K.in)
                    this.SUBRULE(this.sum)
                  },
                },
                {
                  ALT: () => {
                    this.CONSUME(K.like)
                    this.CONSUME1(Text)
                  },
                },
              ],
              ERR_MSG: '`in` or `like`',
            })
          },
        },
      ]),
    )
  })

  comparisonOperator = this.RULE('comparisonOperator', () => {
    this.OR([
      { ALT: () => this.CONSUME(P.Equals) },
      { ALT: () => this.CONSUME(P.NotEquals) },
      { ALT: () => this.CONSUME(P.AtMost) },
      { ALT: () => this.CONSUME(P.AtLeast) },
      { ALT: () => this.CONSUME(P.Less) },
      { ALT: () => this.CONSUME(P.More) },
    ])
  })

  subject = this.RULE('subject', () => {
    this.CONSUME(Name)
    this.OPTION(() => {
      this.CONSUME(P.LeftParen)
      this.SUBRULE(this.constant)
      this.CONSUME(P.RightParen)
    })
  })

  literal = this.RULE('literal', () => {
    this.OR([
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(Quantity) },
      { ALT: () => this.CONSUME(K.true) },
      { ALT: () => this.CONSUME(K.false) },
    ])
  })

  constant = this.RULE('constant', () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.SUBRULE(this.modelRef) }],
      ERR_MSG: 'a constant',
    })
  })

  modelRef = this.RULE('modelRef', () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(Model) },
        { GATE: () => this.followedBy(Text), ALT: () => this.SUBRULE(this.quotedModel) },
        { ALT: () => this.CONSUME(Name) },
      ],
      ERR_MSG: 'a model',
    })
  })

  quotedModel = this.RULE('quotedModel', () => {
    this.CONSUME(K.model)
    this.CONSUME(Text)
  })

  // ---------------------------------------------------------------------------------------------------- sets

  set = this.RULE('set', () => {
    this.SUBRULE(this.sum)
    this.OPTION(() => {
      this.CONSUME(K.where)
      this.SUBRULE(this.condition)
    })
  })

  sum = this.RULE('sum', () => {
    this.SUBRULE(this.term)
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(P.Plus, { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(P.Minus, { LABEL: 'operator' }) },
      ])
      this.SUBRULE1(this.term)
    })
  })

  term = this.RULE('term', () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.setLiteral) },
        {
          ALT: () => {
            this.CONSUME(P.LeftParen)
            this.SUBRULE(this.set)
            this.CONSUME(P.RightParen)
          },
        },
        { GATE: () => this.followedBy(P.LeftParen), ALT: () => this.SUBRULE(this.setCall) },
        { ALT: () => this.SUBRULE(this.modelRef) },
      ],
      ERR_MSG: 'a set',
    })
  })

  /** `family("…")`, `model("…")`. */
  setCall = this.RULE('setCall', () => {
    this.OR([{ ALT: () => this.CONSUME(K.family) }, { ALT: () => this.CONSUME(K.model) }])
    this.CONSUME(P.LeftParen)
    this.CONSUME(Text)
    this.CONSUME(P.RightParen)
  })

  setLiteral = this.RULE('setLiteral', () => {
    this.CONSUME(P.LeftBrace)
    this.OPTION(() => {
      this.SUBRULE(this.element)
      this.MANY({
        GATE: () => !this.followedBy(P.RightBrace),
        DEF: () => {
          this.CONSUME(P.Comma)
          this.SUBRULE1(this.element)
        },
      })
      this.OPTION1(() => this.CONSUME1(P.Comma))
    })
    this.CONSUME(P.RightBrace)
  })

  element = this.RULE('element', () => {
    this.OR({
      DEF: [
        { GATE: () => this.followedBy(P.LeftParen), ALT: () => this.SUBRULE(this.setCall) },
        { ALT: () => this.SUBRULE(this.constant) },
      ],
      ERR_MSG: 'an element of the set',
    })
  })
}
