import { describe, expect, it } from 'vitest'
import priors from '../../../runtime/cache/calibration/priors.json' with { type: 'json' }
import { bucketOf, createCalibration } from '../../../runtime/cache/calibration/calibration.ts'
import { semanticDefaults } from '../../../runtime/config/semantic-defaults.ts'
import { runSeed } from '../../support/seed.ts'
import { seededRandom } from '../../support/seeded-random.ts'

const bucket = bucketOf({ kind: 'accept', unexplained: 0 }, 0.93)

describe('a bucket', () => {
  it('is named after verdict, unexplained words and the bin of the score', () => {
    expect(bucket).toBe('accept/0/0.9')
    expect(bucketOf({ kind: 'grey', unexplained: 7 }, 1)).toBe('grey/3/0.97')
    expect(bucketOf({ kind: 'reject', unexplained: 1 }, -0.2)).toBe('reject/1/0')
  })

  it('serves nothing while nothing is known of it', () => {
    expect(createCalibration().mayServe(bucket, 0.99)).toBe(false)
    expect(createCalibration().confidenceOf(bucket)).toBe(0)
  })

  it('serves on a prior that is good enough, and stops at the first wrong answer', () => {
    const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
    expect(calibration.mayServe(bucket, 0.01)).toBe(true)
    expect(calibration.confidenceOf(bucket)).toBeGreaterThan(0.99)
    calibration.record(bucket, true)
    expect(calibration.mayServe(bucket, 0.01)).toBe(false)
    expect(calibration.mayServe(bucket, 0.05)).toBe(true)
  })

  it('serves again when enough answers were right', () => {
    const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 1 } })
    for (let right = 0; right < 200; right++) calibration.record(bucket, false)
    expect(calibration.mayServe(bucket, 0.01)).toBe(true)
  })

  it('keeps what was seen, and not the prior, in a snapshot', () => {
    const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
    calibration.record(bucket, true)
    const snapshot = calibration.snapshot()
    expect(snapshot).toEqual({ [bucket]: { samples: 1, wrong: 1, served: 0, reported: 0 } })
    const other = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
    other.restore(snapshot)
    expect(other.confidenceOf(bucket)).toBe(calibration.confidenceOf(bucket))
  })

  it('leaves out of a snapshot what is no evidence of a bucket', () => {
    const good = { samples: 4, wrong: 1, served: 9, reported: 0 }
    const bad = [
      { ...good, wrong: 5 },
      { ...good, samples: NaN },
      { ...good, served: -1 },
      { samples: 1 },
      null,
      7,
    ]
    const calibration = createCalibration()
    calibration.restore({
      ...Object.fromEntries(bad.map((value, at) => [`accept/${at % 4}/0.9`, value])),
      [bucket]: good,
    })
    calibration.restore({
      [bucket]: good,
      'accept/9/0.9': good,
      __proto__: good,
      'grey/0/0.91': good,
      toString: good,
    })
    expect(calibration.snapshot()).toEqual({ [bucket]: good })
    bad.forEach((value) => calibration.restore({ [bucket]: value }))
    expect(calibration.snapshot()).toEqual({})
  })

  it('outlives a few reports among many hits, and stops when reports show that it is bad', () => {
    const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
    for (let hit = 0; hit < 1_000; hit++) calibration.served(bucket)
    for (let report = 0; report < 4; report++) calibration.reported(bucket)
    expect(calibration.mayServe(bucket, 0.01)).toBe(true)
    for (let report = 0; report < 4; report++) calibration.reported(bucket)
    expect(calibration.mayServe(bucket, 0.01)).toBe(false)
    expect(calibration.confidenceOf(bucket)).toBeGreaterThan(0.99)
  })

  it('of pairs that the verifier accepts, nearly alike, is good enough at 1% by what the trap suite says', () => {
    const alike = bucketOf({ kind: 'accept', unexplained: 0 }, 1)
    expect(createCalibration(priors).mayServe(alike, 0.01)).toBe(true)
    expect(createCalibration(priors).mayServe(alike, 0.009)).toBe(false)
  })

  it('stops at a report of one of its first hits', () => {
    const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
    calibration.served(bucket)
    calibration.reported(bucket)
    expect(calibration.mayServe(bucket, 0.01)).toBe(false)
  })
})

// ------------------------------------------------------------------------------------------------------ simulation

/** Of 100,000 candidates one in fifty is compared. Between two comparisons nothing changes. */
const comparisons = 100_000 * semanticDefaults.shadow

/** The share of its candidates that a bucket of a true error serves, from the best prior that there is, when 1% may be wrong. */
function shareServed(trueError: number, random: () => number): number {
  const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
  let served = 0
  for (let at = 0; at < comparisons; at++) {
    if (calibration.mayServe(bucket, 0.01)) served += 1
    calibration.record(bucket, random() < trueError)
  }
  return served / comparisons
}

/** The mean of five lives. */
function meanServed(trueError: number): number {
  const random = seededRandom(runSeed())
  const lives = Array.from({ length: 5 }, () => shareServed(trueError, random))
  return lives.reduce((sum, share) => sum + share, 0) / lives.length
}

describe('over 100,000 candidates, when 1% may be wrong', () => {
  it('a bucket that is wrong in 0.2% is served nearly always', () => {
    expect(meanServed(0.002)).toBeGreaterThan(0.9)
  })

  it('one that is wrong in 1% is served now and then, and then no more often wrong than it may be', () => {
    expect(meanServed(0.01)).toBeLessThan(0.6)
  })

  it('one that is wrong in 5% is served about 1,000 times, fifty of them wrongly, and then no more', () => {
    expect(meanServed(0.05)).toBeLessThan(0.03)
  })
})
