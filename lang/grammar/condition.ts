import { CstParser, type TokenType } from 'chevrotain'
import { expectations } from '../expectations.ts'
import { Comparator, Literal, K, Model, Name, P, Text, vocabulary } from '../tokens.ts'

/**
 * Conditions, constants and sets: what every other part of the language is made of.
 *
 * One token decides every choice of the grammar, save where a gate looks at the next; a contextual keyword is tried
 * before `Name`, which it also is. The other parts of the grammar extend this one, and `RouteParser` closes it.
 */
export abstract class ConditionGrammar extends CstParser {
  constructor(options: { readonly skipValidations: boolean }) {
    super([...vocabulary], {
      maxLookahead: 1,
      nodeLocationTracking: 'onlyOffset',
      skipValidations: options.skipValidations,
      errorMessageProvider: expectations,
    })
  }

  protected followedBy(type: TokenType): boolean {
    return this.LA(2).tokenType === type
  }

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
            this.CONSUME(Comparator)
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

  subject = this.RULE('subject', () => {
    this.CONSUME(Name)
    this.OPTION(() => {
      this.CONSUME(P.LeftParen)
      this.SUBRULE(this.constant)
      this.CONSUME(P.RightParen)
    })
  })

  constant = this.RULE('constant', () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(Literal) }, { ALT: () => this.SUBRULE(this.modelRef) }],
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
