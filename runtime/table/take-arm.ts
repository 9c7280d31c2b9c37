import { hash } from 'node:crypto'
import { allowedArmOfBucket, type Sha256, splitBucket } from '../../core/split-bucket.ts'
import type { DecidedStage } from '../contracts.ts'
import type { LinkedBan, LinkedSplit } from './link.ts'
import { isBanned } from './never-use.ts'

const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')

/** The stage of the one arm that a value falls to, and the others that a session may hold; banned arms leave theirs to the others. */
export function takeArm(
  { salt, shares, models, on, shadow }: LinkedSplit,
  value: string,
  bans: readonly LinkedBan[],
): DecidedStage {
  const bucket = splitBucket(salt, value, sha256)
  const arm = allowedArmOfBucket(bucket, shares, (index) => !isBanned(models[index] ?? '', bans))
  const arms = models.filter((model) => !isBanned(model, bans))
  const taken = { kind: 'models', pick: 'model', models: models.slice(arm, arm + 1), on, arms } as const
  return shadow === undefined ? taken : { ...taken, shadow }
}
