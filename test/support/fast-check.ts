import * as fc from 'fast-check'
import { runSeed } from './seed.ts'

fc.configureGlobal({ seed: runSeed() })

/** fast-check, whose properties draw from the seed of this run unless they name one. */
export { fc }
