import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { run } from '../../cli/models.ts'
import { temporaryFolder } from '../support/gwc.ts'

const nowMs = Date.parse('2026-11-23T12:00:00Z')

/** What `gwc models` prints. */
function models(args: readonly string[], options: Parameters<typeof run>[1] = {}, now = nowMs): string {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    run(args, options, now)
    return log.mock.calls.map(([line]) => String(line)).join('\n')
  } finally {
    log.mockRestore()
  }
}

describe('gwc models', () => {
  test('lists standard prices, and says which are disputed', () => {
    const out = models(['mistral/*'])
    expect(out).toMatch(/^mistral\/mistral-large +2 +6 .* genai-prices \(disputed\) +2026-09-23$/m)
    expect(out).toMatch(/^mistral\/codestral +0\.30 +0\.90 .* genai-prices +2026-09-23$/m)
  })

  test('of one name shows every price with its source, and what lists disagree on', () => {
    const out = models(['mistral-large'])
    expect(out).toMatch(/^standard +2 +6 +genai-prices +2026-09-23$/m)
    expect(out).toMatch(/^standard +0\.50 +0\.05 +1\.50 +litellm +2026-11-22 +disputed$/m)
    expect(out).toContain('litellm: LiteLLM')
  })

  test('tells services, sizes, days and hours apart', () => {
    const gpt = models(['openai/gpt-5.4'])
    expect(gpt).toMatch(/^priority, input above 271,999 +10 +1 +45 /m)
    expect(gpt).toContain('per thousand calls: web search $10, file search $2.50 (genai-prices, 2026-09-23)')
    expect(gpt).toContain('every rate times: us 1.1, eu 1.1 (litellm, 2026-11-22)')
    expect(models(['deepseek/deepseek-v4-flash'])).toMatch(
      /^standard, from 2026-09-10, 01:00–04:00 UTC on Mon Tue Wed Thu Fri +0\.30 /m,
    )
  })

  test('with --stale lists what nobody has looked at for so long', () => {
    const all = JSON.parse(models([], { json: true, stale: '0d' })) as readonly object[]
    const old = JSON.parse(models([], { json: true, stale: '30d' })) as readonly { id: string }[]
    const ids = old.map(({ id }) => id)
    expect(old.length).toBeLessThan(all.length)
    expect(ids).toContain('openai/gpt-5.4')
    expect(ids).not.toContain('deepseek/deepseek-v4-flash')
    expect(models([], { stale: '90d' })).toBe('no price is older than 90d')
    expect(() => models([], { stale: '3 months' })).toThrow('--stale takes days, such as 90d')
  })

  test('shows the prices that gateway.json overrides, with the file as their source', () => {
    using folder = temporaryFolder()
    const config = join(folder.path, 'gateway.json')
    const price = { input: 1.5, services: { flex: { output: 4 } }, calls: { webSearch: 8 } }
    const providers = { openai: { dialect: 'openai', models: { 'gpt-5.4': { price } } } }
    writeFileSync(config, JSON.stringify({ policy: 'main.route', providers }))
    const out = models(['gpt-5.4'], { config })
    expect(out).toMatch(/^standard, input above 271,999 +1\.50 +0\.50 +22\.50 +gateway /m)
    expect(out).toMatch(/^flex +1\.25 +0\.13 +4 +gateway /m)
    expect(out).toMatch(/^priority +5 +0\.50 +30 +litellm /m)
    expect(out).toContain('web search $8')
    expect(out).toContain(`gateway: overridden, ${config}`)
  })
})
