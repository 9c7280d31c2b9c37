import { createCalibration } from '../../runtime/cache/calibration/calibration.ts'
import priors from '../../runtime/cache/calibration/priors.json' with { type: 'json' }
import { trustInJudges } from '../../runtime/cache/calibration/trust-in-judges.ts'
import { explainPair } from '../../runtime/cache/explain-pair.ts'
import type { PairExplained } from '../../runtime/cache/explain-pair.ts'

/** Compares two texts by the priors that gwc ships: what a gateway has measured since is not in it. */
export function explainOffline(asked: string, kept: string): PairExplained {
  return explainPair(asked, kept, {
    accepted: createCalibration(priors),
    judged: createCalibration(trustInJudges()),
  })
}
