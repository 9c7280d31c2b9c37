import { ofAndFor } from './of-and-for.ts'
import { compounds } from './compounds.ts'
import type { Explanation } from './explanation.ts'
import { pastForms } from './past-forms.ts'
import { spelledTogether } from './spelled-together.ts'

/** Every explanation; each is tried from both sides on what those before it have left. */
export const explanations: readonly Explanation[] = [spelledTogether, ofAndFor, compounds, pastForms]
