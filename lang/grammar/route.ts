import { DeclarationGrammar } from './declaration.ts'
import { K, Name, P, Quantity, StatusClass, Text } from '../tokens.ts'

/** The tables `guard` and `route`, and the chains of stages. */
export abstract class RouteGrammar extends DeclarationGrammar {
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
}
