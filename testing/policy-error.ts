/** A policy that does not check. Its message is what `gwc check` prints. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
}
