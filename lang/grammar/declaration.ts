import { ConditionGrammar } from './condition.ts'
import { K, Literal, Name, P, Quantity, Text } from '../tokens.ts'

/** Declarations that stand alone: files, constants, predicates, budgets and limits. */
export abstract class DeclarationGrammar extends ConditionGrammar {
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
      DEF: [{ ALT: () => this.CONSUME(Literal) }, { ALT: () => this.SUBRULE(this.set) }],
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

  when = this.RULE('when', () => {
    this.CONSUME(K.when)
    this.SUBRULE(this.condition)
  })

  status = this.RULE('status', () => {
    this.CONSUME(K.status)
    this.CONSUME(Quantity)
  })
}
