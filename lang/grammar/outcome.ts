import { RouteGrammar } from './route.ts'
import { K, Name, P, Quantity } from '../tokens.ts'

/** The tables whose rows are `when … => outcome`: `cache`, `attempt`, `shape`, `log`. */
export abstract class OutcomeGrammar extends RouteGrammar {
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
      this.CONSUME(Quantity, { LABEL: 'ttl' })
    })
    this.OPTION1(() => {
      this.CONSUME(K.within)
      this.CONSUME(Name)
    })
    this.OPTION2(() => {
      this.CONSUME(K.max_error)
      this.CONSUME1(Quantity, { LABEL: 'maxError' })
    })
    this.OPTION3(() => this.SUBRULE(this.judge))
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
}
