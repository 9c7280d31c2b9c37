/** The gateway under measurement: a policy of 200 rules, keys required. Takes the provider's port, prints its own and a key. */
import { clientKey, startFixture } from '../../test/support/gateway-fixture.ts'
import { policyOf } from './policy.ts'

const providers = { acme: { baseUrl: `http://127.0.0.1:${process.argv[2]}/v1` } }
const fixture = await startFixture(policyOf(200), { providers, logTrace: () => undefined })
process.stdout.write(`${fixture.gateway.port} ${clientKey}\n`)
