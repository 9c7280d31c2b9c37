import { hash } from 'node:crypto'
import { allowedArmOfBucket, type Sha256, splitBucket } from '../../core/split-bucket.ts'
import type { DecidedStage } from '../contracts.ts'
import type { LinkedBan, LinkedSplit } from './link.ts'
import { isBanned } from './never-use.ts'

const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')

/** The stage of the one arm that a value falls to; banned arms leave theirs to the others. */
export function takeArm(
  { salt, shares, models, on }: LinkedSplit,
  value: string,
  bans: readonly LinkedBan[],
): DecidedStage {
  const bucket = splitBucket(salt, value, sha256)
  const arm = allowedArmOfBucket(bucket, shares, (index) => !isBanned(models[index] ?? '', bans))
  return { kind: 'models', pick: 'model', models: models.slice(arm, arm + 1), on }
}
