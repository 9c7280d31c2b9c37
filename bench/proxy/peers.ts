import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bearer, type Contestant, cores, freePort, startOn, untilListening } from './contestant.ts'

/** Starts nginx as a plain pass-through in front of the provider: one process, its files in a folder of its own. */
export async function startNginx(upstreamPort: number): Promise<Contestant | undefined> {
  const binary = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/usr/bin/nginx'].find((path) =>
    existsSync(path),
  )
  if (binary === undefined) return skip('nginx', 'it is not installed: `apt-get install nginx-light`')
  const folder = mkdtempSync(join(tmpdir(), 'gwc-bench-nginx-'))
  const port = await freePort()
  const conf = join(folder, 'nginx.conf')
  writeFileSync(conf, nginxConf(folder, port, upstreamPort))
  const child = startOn(cores.proxy, [binary, '-p', folder, '-c', conf, '-e', join(folder, 'error.log')])
  await untilListening(port)
  return { name: 'nginx', child, port, headers: bearer('any') }
}

/** No buffering, as whoever passes on streams sets it; connections to the provider are kept. */
function nginxConf(folder: string, port: number, upstreamPort: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
master_process off;
pid ${folder}/nginx.pid;
events { worker_connections 8192; }
http {
  access_log off;
  ${temporary.map((each) => `${each}_temp_path ${folder}/${each};`).join('\n  ')}
  client_body_buffer_size 128k;
  keepalive_requests 100000000;
  upstream provider {
    server 127.0.0.1:${upstreamPort};
    keepalive 1024;
    keepalive_requests 100000000;
  }
  server {
    listen 127.0.0.1:${port} backlog=2048;
    location / {
      proxy_pass http://provider;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_buffering off;
    }
  }
}
`
}

const portkey = '@portkey-ai/gateway'
const portkeyVersion = '1.15.2'

/** Starts Portkey's gateway, installed into a cache folder: it is no dependency of the package. */
export async function startPortkey(upstreamPort: number): Promise<Contestant | undefined> {
  const folder = join(import.meta.dirname, `../../node_modules/.cache/portkey-${portkeyVersion}`)
  const main = join(folder, 'node_modules', portkey, 'build/start-server.js')
  if (!existsSync(main) && !installPortkey(folder)) return skip('Portkey', 'npm could not install it')
  const port = await freePort()
  const child = startOn(cores.proxy, [process.execPath, main, `--port=${port}`, '--headless'])
  await untilListening(port)
  child.stdout?.resume()
  const provider = `x-portkey-provider: openai\r\nx-portkey-custom-host: http://127.0.0.1:${upstreamPort}/v1\r\n`
  return { name: 'Portkey', child, port, headers: `${bearer('any')}${provider}` }
}

/** With the `@hono/node-server` with which its streams work. */
function installPortkey(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  const wanted = {
    private: true,
    dependencies: { [portkey]: portkeyVersion },
    overrides: { '@hono/node-server': '1.13.7' },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(wanted))
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund']
  return spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

function skip(name: string, why: string): undefined {
  process.stderr.write(`without ${name}: ${why}\n`)
  return undefined
}
