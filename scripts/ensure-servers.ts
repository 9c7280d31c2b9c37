/**
 * Before the tests: the servers that they run against. Installs redis-server where that needs no question (root on
 * Debian), else says what to install.
 */
import { execFileSync, spawnSync } from 'node:child_process'

const found = (command: string): boolean =>
  spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0

function installFromDebian(name: string): void {
  console.log(`${name} is missing: installing it with apt-get`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('apt-get', ['install', '-y', '-qq', name], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

if (!found('redis-server')) {
  if (process.getuid?.() === 0 && found('apt-get')) installFromDebian('redis-server')
  else {
    console.error(
      'The cache tests run against a real Redis. Install redis-server (apt-get install redis-server, brew install redis) and run `npm test` again.',
    )
    process.exit(1)
  }
}
