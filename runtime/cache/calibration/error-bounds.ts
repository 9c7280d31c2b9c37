/**
 * The 95% upper bound of a share of which `wrong` of `samples` were seen: the one-sided exact bound of Clopper and Pearson (Biometrika 26, 1934), the 95%
 * quantile of Beta(wrong + 1, samples − wrong). 299 samples without a wrong one bring it below 1%. Fractions are allowed, since priors are scaled.
 */
export function upperBound(wrong: number, samples: number): number {
  if (samples <= 0 || wrong >= samples) return 1
  return betaQuantile(0.95, wrong + 1, samples - wrong)
}

/** The 95% lower bound of the same: the 5% quantile of Beta(wrong, samples − wrong + 1). */
export function lowerBound(wrong: number, samples: number): number {
  if (wrong <= 0) return 0
  return betaQuantile(0.05, wrong, samples - wrong + 1)
}

/** By halving: the distribution function only rises. 50 steps are finer than the numbers told apart here. */
function betaQuantile(probability: number, a: number, b: number): number {
  let low = 0
  let high = 1
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (betaDistribution(middle, a, b) < probability) low = middle
    else high = middle
  }
  return high
}

/** The regularised incomplete beta function I_x(a, b): NIST's Digital Library of Mathematical Functions, 8.17.4 and 8.17.22. */
export function betaDistribution(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaDistribution(1 - x, b, a) // where the fraction converges fast
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a
  return front / continuedFraction(x, a, b)
}

const stepsMax = 500
const precision = 1e-14
const tiny = 1e-300

/** 8.17.22 by Lentz's method (modified: Thompson and Barnett, 1986): 1 + d₁/(1 + d₂/(1 + …)). */
function continuedFraction(x: number, a: number, b: number): number {
  let value = 1
  let c = 1
  let d = 0
  for (let n = 1; n <= stepsMax; n++) {
    const term = termOf(n, x, a, b)
    d = 1 / awayFromZero(1 + term * d)
    c = awayFromZero(1 + term / c)
    value *= c * d
    if (Math.abs(c * d - 1) < precision) break
  }
  return value
}

function termOf(n: number, x: number, a: number, b: number): number {
  const m = Math.floor(n / 2)
  return n % 2 === 0
    ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** Coefficients of Lanczos's approximation (1964) for g = 7, n = 9. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** The logarithm of Γ(x) for x > 0, to some 14 digits. */
function logGamma(x: number): number {
  if (x < 1) return logGamma(x + 1) - Math.log(x)
  const t = x + 6.5
  const sum = lanczos.reduce(
    (sum, coefficient, i) => sum + (i === 0 ? coefficient : coefficient / (x - 1 + i)),
    0,
  )
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}
