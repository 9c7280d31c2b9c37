import { gatewayOf } from '../../runtime/config/load-gateway.ts'
import type { Gateway } from '../../runtime/config/gateway.ts'

/** A gateway's configuration as if its gateway.json stood in `folder`; open, on loopback, with a provider `openai` on a local address. */
export function someGateway(folder: string, over: object = {}): Gateway {
  const document = {
    policy: 'main.table.json',
    keys: 'open',
    providers: {
      openai: { dialect: 'openai', baseUrl: 'http://127.0.0.1:9/v1', accounts: [{ key: 'env:KEY' }] },
    },
    ...over,
  }
  const result = gatewayOf(document, {
    file: `${folder}/gateway.json`,
    shown: 'gateway.json',
    env: { KEY: 'sk-test' },
    readFile: () => '',
  })
  if (!result.ok) throw new Error(result.message)
  return result.gateway
}
