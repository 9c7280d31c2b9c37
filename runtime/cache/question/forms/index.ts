import { type FrameRow, frameTable } from '../frames.ts'
import { around, behind } from './around.ts'
import { attributeForms } from './attributes.ts'
import { classes } from './classes.ts'
import { closed } from './closed.ts'
import { compare } from './compare.ts'
import { howto } from './howto.ts'
import { tasks } from './tasks.ts'
import { what } from './what.ts'
import { why } from './why.ts'

/** Every form of a question, the more particular before the more general. */
export const forms: readonly FrameRow[] = [
  ...around,

  ...attributeForms,
  ...compare,
  ...tasks,
  ...howto,
  ...why,
  ...closed,
  ...what,
]

/** Takes courtesy off the end of a question. */
export const findTail = frameTable(behind, classes)

/** Finds what a question asks. */
export const findForm = frameTable(forms, classes)
