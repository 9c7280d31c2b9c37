/** What an error body says, in whichever dialect. */
export interface ErrorTold {
  readonly code?: string
  readonly param?: string
  readonly message?: string
}

interface GoogleDetail {
  readonly reason?: string
  readonly fieldViolations?: readonly { readonly field: string }[]
}

/** The error of an answer's body; nothing where it has none. Google's code is the reason, its param the violated field. */
export function errorIn(body: string): ErrorTold {
  const { error } = JSON.parse(body) as {
    error?: (ErrorTold & { readonly details?: readonly GoogleDetail[] }) | null
  }
  if (!Array.isArray(error?.details)) return error ?? {}
  const [info, bad] = error.details as readonly GoogleDetail[]
  const field = bad?.fieldViolations?.[0]?.field
  return {
    ...error,
    ...(info?.reason === undefined ? {} : { code: info.reason }),
    ...(field === undefined ? {} : { param: field }),
  }
}
