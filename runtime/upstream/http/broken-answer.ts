/** Why an answer cannot be read on: what the provider sent is not HTTP/1.1, or its connection ended inside of it. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer'
  /** For logs and clients, who learn no more. */
  readonly code: string

  constructor(code: BrokenCode) {
    super(`the provider's answer is broken: ${code}`)
    this.code = code
  }
}

type BrokenCode =
  | 'STATUS_LINE'
  | 'HEADER'
  | 'HEAD_TOO_LARGE'
  | 'INTERIM_ANSWERS'
  | 'UPGRADE'
  | 'BODY_LENGTH'
  | 'CHUNK'
  | 'CLOSED'
