import type { StringLit } from '../lang/ast.ts'
import type { Diagnostic } from '../lang/diagnostic.ts'
import { suggest } from '../core/did-you-mean.ts'
import { help, report } from '../lang/report.ts'

/** Whether a text names an IANA time zone; offsets such as `+01:00` are none, as they know no summer. */
export function checkZone(zone: StringLit): Diagnostic | undefined {
  if (isZone(zone.value)) return undefined
  const near = suggest(zone.value, Intl.supportedValuesOf('timeZone'))
  const text =
    near === undefined ? 'a zone is written `Europe/Berlin`, or `UTC`' : `did you mean \`${near}\`?`
  return report('GWC1108', { zone: zone.value }, zone.span, { notes: [help(text)] })
}

/** The list is asked first: it takes a tenth of the time that a format takes to make; only older names need one. */
function isZone(zone: string): boolean {
  if (zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)) return true
  return /^[A-Za-z]/.test(zone) && isOlderName(zone)
}

function isOlderName(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
