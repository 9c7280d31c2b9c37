/** A half-open range of UTF-16 offsets in one source file. `file` is the path as given, `/`-separated. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** One source file. The compiler half is handed these; it never reads a disk. */
export interface Source {
  readonly file: string
  readonly text: string
}
