import { quote } from '../../lang/string-text.ts'
import { isModelText } from '../../lang/tokens.ts'
import { followedByDefault } from '../failure-classes.ts'
import type { Verdict } from '../interpret.ts'
import type { Outcome } from '../outcome.ts'
import type { PolicyRule } from '../rules.ts'
import type { TypedStage } from '../typed.ts'

/** What a test of a request expects, each part as a cell of a test table has it. */
export interface WrittenExpectation {
  readonly use: string | undefined
  /** Empty: a deny whose words are not the policy's. */
  readonly deny: string | undefined
  readonly by: string | undefined
  readonly cache: string | undefined
}

/** Writes what comes of a request as a test in the root file expects it. */
export function writeExpectation(outcome: Outcome, { cache }: Verdict): WrittenExpectation {
  const by = outcome.by === undefined || !canBeNamed(outcome.by) ? undefined : outcome.by.name
  const isUse = outcome.kind === 'use'
  return {
    use: isUse
      ? outcome.stages.map((stage, index) => writeStage(stage, outcome.by, index)).join(' then ')
      : undefined,
    deny: isUse ? undefined : writeDeny(outcome),
    by,
    cache: isUse && cache !== undefined ? cache.action.mode : undefined,
  }
}

/** `by` takes the names of rules and `default`; rows that have only a number are left out. */
const canBeNamed = ({ name }: PolicyRule): boolean => !name.includes(':')

function writeDeny({ by, message, status }: Extract<Outcome, { kind: 'deny' }>): string {
  const own = by === undefined ? undefined : ownMessage(by)
  if (own !== message) return ''
  return status === 403 ? quote(message) : `${quote(message)} status ${status}`
}

/** The words of a rule that denies; `undefined` where gwc finds the words. */
function ownMessage(rule: PolicyRule): string | undefined {
  if ('stages' in rule) return rule.stages[0]?.message
  return 'action' in rule && rule.action.kind === 'deny' ? rule.action.message : undefined
}

/** A stage as the root file can spell it: an included file's own names are not seen there. */
function writeStage(stage: TypedStage, rule: PolicyRule | undefined, index: number): string {
  const choice = isAsWritten(stage, rule) ? stage.shown : writeMembers(stage)
  const isUsual = stage.on.join() === followedByDefault.join()
  return index === 0 || isUsual ? choice : `${choice} on {${stage.on.join(', ')}}`
}

function isAsWritten(stage: TypedStage, rule: PolicyRule | undefined): boolean {
  return (
    rule !== undefined &&
    !rule.name.includes('.') &&
    'stages' in rule &&
    rule.stages.some(({ shown, models }) => shown === stage.shown && models.length === stage.models.length)
  )
}

function writeMembers({ pick, models, shown }: TypedStage): string {
  switch (pick) {
    case 'model':
    case 'split':
    case 'asked':
    case 'deny':
      return shown
    case 'cheapest':
    case 'fastest':
    case 'best':
      return `${pick} of {${models.map(writeModel).join(', ')}}`
  }
}

const writeModel = (model: string): string => (isModelText(model) ? model : `model ${quote(model)}`)
