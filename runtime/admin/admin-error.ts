import type { AdminAnswer } from './route.ts'

/** An error of the admin listener: a stable code, and one sentence that says what to do. */
export function adminError(status: number, code: string, message: string): AdminAnswer {
  return { status, json: { error: { code, message } } }
}
