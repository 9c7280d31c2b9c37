/** `gwc/testing`: properties of your own policy, with fast-check. See docs/testing.md. */
export { decide } from './decide.ts'
export { PolicyError } from './policy-error.ts'
export { readPolicy } from './read-policy.ts'
export { requestsOf } from './requests-of.ts'
export type { DecidedStage, Decision, FactValue, ReadOptions, Request, TestPolicy } from './types.ts'
