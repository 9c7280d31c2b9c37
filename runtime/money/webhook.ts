import type { Egress } from '../config/gateway.ts'
import type { Secret } from '../config/secret.ts'
import { Connector } from '../upstream/connect.ts'
import { openClient } from '../upstream/open-client.ts'
import { postJson } from '../upstream/post-json.ts'

const PATIENCE_MS = 10_000

/** Posts JSON to the operator's URL, by the same way out as requests; rejects unless it is answered with a 2xx. The URL is in no message. */
export function webhook(url: Secret, egress: Egress): (body: string) => Promise<void> {
  const { origin, pathname, search } = new URL(url.reveal())
  const connect = new Connector(egress).to({ allowPrivate: true })
  return async (body) => {
    const client = openClient(origin, { connect })
    try {
      const path = `${pathname}${search}`
      const status = await postJson(client, { path, body, patienceMs: PATIENCE_MS })
      if (status >= 300) throw new Error(`it answered ${status}`)
    } finally {
      void client.destroy()
    }
  }
}
