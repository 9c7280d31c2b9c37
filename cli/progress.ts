/** Says on a terminal what takes its time, on one line that goes again; nothing where nobody watches. */
export interface Progress {
  readonly say: (what: string) => void
  readonly end: () => void
}

const clearLine = '\r\u001b[2K'

export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { say: () => undefined, end: () => undefined }
  return {
    say: (what) => stream.write(`${clearLine}${what} …`),
    end: () => stream.write(clearLine),
  }
}
