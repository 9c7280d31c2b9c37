import { antonymGuard } from './antonyms.ts'
import { directionGuard } from './direction.ts'
import { entityGuard } from './entities.ts'
import type { Guard } from './guard.ts'
import { intentGuard } from './intent.ts'
import { kindGuards } from './kinds.ts'

/** Every guard; the first that has something to say rejects. */
export const guards: readonly Guard[] = [
  intentGuard,
  ...kindGuards,
  antonymGuard,
  entityGuard,
  directionGuard,
]
