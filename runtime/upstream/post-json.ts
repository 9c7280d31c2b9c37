import type { Dispatcher } from 'undici'

/** What is posted, and where on the client's origin. */
export interface JsonPost {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
  readonly patienceMs: number
}

/** Posts JSON over a client that was opened alone; resolves to the status of the answer, whose body is dropped. Rejects when there is none in time. */
export function postJson(client: Dispatcher, { path, headers, body, patienceMs }: JsonPost): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs)
    let status = 0
    client.dispatch(
      { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, answered) => void (status = answered),
        onResponseData: () => undefined,
        onResponseEnd: () => {
          clearTimeout(timer)
          resolve(status)
        },
        onResponseError: (_, error) => {
          clearTimeout(timer)
          reject(error)
        },
      },
    )
  })
}
