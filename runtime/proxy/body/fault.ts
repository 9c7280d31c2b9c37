/** Why a body is refused before anything of it is believed. `at` is a byte offset. */
export interface BodyFault {
  readonly kind: 'fault'
  readonly code: BodyFaultCode
  readonly message: string
  readonly at?: number
  /** The top-level field whose value is at fault. */
  readonly field?: string
}

export type BodyFaultCode =
  | 'invalid_json'
  | 'invalid_utf8'
  | 'duplicate_key'
  | 'forbidden_key'
  | 'too_deep'
  | 'too_many_keys'
  | 'too_many_values'
  | 'too_long'
  | 'invalid_value'

/** A fault at a byte offset, with a sentence that says what was found and what to send instead. */
export function bodyFault(code: BodyFaultCode, message: string, at?: number): BodyFault {
  return at === undefined ? { kind: 'fault', code, message } : { kind: 'fault', code, message, at }
}
