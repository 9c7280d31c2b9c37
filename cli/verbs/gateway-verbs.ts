import type { Verb } from '../verb.ts'

/** Verbs that run a gateway, ask one that runs, and keep its keys and money. */
export const gatewayVerbs: readonly Verb[] = [
  {
    name: 'serve',
    summary: 'the proxy: obeys the policy, reloads it on change',
    describe: (command) =>
      command
        .argument('[policy]', 'policy or built table, in place of the one that gateway.json names')
        .option('--config <file>', 'gateway.json (default: beside the policy)')
        .option('--workers <count>', 'processes that serve together, or auto: one for each core (Linux)', '1')
        .option('--demo', 'no providers, no keys: a simulated provider answers, and says so in each reply')
        .option('--listen <address>', 'host:port in place of the configured one; port 0 picks a free one')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc serve --demo                      try a policy without any key\n  gwc serve --config gateway.json       serve with your providers\n\nSIGTERM drains: streams finish, then gwc exits.',
        ),
    load: () => import('../serve.ts'),
  },
  {
    name: 'status',
    summary: 'what a running gateway obeys, since when, and how its providers fare',
    describe: (command) =>
      command
        .option(
          '--config <file>',
          'gateway.json of the gateway, whose `admin` is asked (default: ./gateway.json)',
        )
        .option('--json', 'print all of it as JSON')
        .addHelpText(
          'after',
          '\nExit codes: 0 ok, 3 the newest policy is refused and the last good one is obeyed, 1 nothing answers',
        ),
    load: () => import('../status.ts'),
  },
  {
    name: 'requests',
    summary: 'the last requests of a running gateway, or one of them whole',
    describe: (command) =>
      command
        .argument('[id]', 'the `x-gwc-request-id` of an answer')
        .option('--limit <count>', 'how many, newest first (default: 50, at most 1000)')
        .option('--status <status>', 'only those that were answered with it, such as 502 or 5xx')
        .option('--rule <rule>', 'only those that file#rule decided')
        .option('--model <model>', 'only those that this model answered')
        .option(
          '--config <file>',
          'gateway.json of the gateway, whose `admin` is asked (default: ./gateway.json)',
        )
        .option('--json', 'print a line of the log for each, as `gwc why --log -` reads it')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc requests --status 502\n  gwc requests ID --json | gwc why --log -     why it was decided so',
        ),
    load: () => import('../requests.ts'),
  },
  {
    name: 'audit',
    summary: 'who changed what in a gateway, and whether the log of it is untouched',
    describe: (command) =>
      command
        .argument('[file]', 'the log (default: .gwc/audit.jsonl beside gateway.json)')
        .option('--config <file>', 'gateway.json of the gateway (default: ./gateway.json)')
        .option('--head <hash>', 'a hash that was noted earlier, which the log must still have')
        .option('--json', 'print its lines')
        .addHelpText(
          'after',
          '\nExit codes: 0 the chain of its lines holds, 3 a line was changed, taken out or moved, 1 gwc could not work',
        ),
    load: () => import('../audit.ts'),
  },
  {
    name: 'reload',
    summary: 'have a running gateway compile or read its policy now',
    describe: (command) =>
      command
        .option('--config <file>', 'gateway.json of the gateway, whose `admin` is asked', 'gateway.json')
        .addHelpText(
          'after',
          '\nIt watches its files anyway; this obeys even a policy that was rolled back. SIGHUP does the same.\n\nExit codes: 0 it is obeyed, 1 it is refused (the one before stays) or nothing answers',
        ),
    load: () => import('../reload.ts'),
  },
  {
    name: 'rollback',
    summary: 'have a running gateway obey a policy of before',
    describe: (command) =>
      command
        .argument('[version]', 'first digits of a version (default: the one before the current)')
        .option('--list', 'list the versions that are kept, newest first')
        .option('--config <file>', 'gateway.json of the gateway, whose `admin` is asked', 'gateway.json')
        .option('--json', 'print the list as JSON')
        .addHelpText(
          'after',
          '\nTen policies are kept before the current one. A rollback stands, after a restart too, until the policy changes or `gwc reload` asks for it.\n\nExamples:\n  gwc rollback              the policy before\n  gwc rollback --list\n  gwc rollback 3f9a0c12',
        ),
    load: () => import('../rollback.ts'),
  },
  {
    name: 'shadow',
    summary: 'let a candidate policy decide beside the current one, and see what differs',
    describe: (command) =>
      command
        .addArgument(
          command.createArgument('<action>', 'what to do').choices(['start', 'status', 'promote', 'stop']),
        )
        .argument('[policy]', 'with start: the candidate, a policy or a built table')
        .option('--config <file>', 'gateway.json of the gateway, whose `admin` is asked', 'gateway.json')
        .option('--json', 'print the report as JSON')
        .addHelpText(
          'after',
          '\nA candidate has no effect: each request is decided again after its answer, and differences are counted by rule.\n\nExamples:\n  gwc shadow start next.route\n  gwc shadow status           exit code 10 when some request is decided differently\n  gwc shadow promote          the candidate is obeyed from now on\n\nExit codes: 0 ok, 10 status: some are decided differently, 3 start: the policy has errors, 1 gwc could not work',
        ),
    takes: {
      start: { words: 1, options: [] },
      status: { words: 0, options: ['json'] },
      promote: { words: 0, options: [] },
      stop: { words: 0, options: ['json'] },
    },
    load: () => import('../shadow.ts'),
  },
  {
    name: 'keys',
    summary: 'make, list, rotate and revoke the keys that clients send',
    describe: (command) =>
      command
        .addArgument(
          command.createArgument('[action]', 'what to do').choices(['list', 'create', 'rotate', 'revoke']),
        )
        .argument('[name]', 'the key: what logs and budgets call it')
        .option('--org <org>', 'create: the identity facts of whoever has the key')
        .option('--team <team>', 'create')
        .option('--project <project>', 'create')
        .option('--developer <developer>', 'create')
        .option(
          '--models <globs>',
          'create: models that it may ask for, such as openai/*,anthropic/claude-haiku-*',
        )
        .option('--sources <networks>', 'create: where it may come from, such as 10.0.0.0/8')
        .option('--claims <claims>', 'create: further claims, such as budget=50')
        .option(
          '--expires <when>',
          'create: when it ends: a time from now such as 90d, or a day or instant such as 2027-01-31T18:00:00Z (default: never)',
        )
        .option('--overlap <time>', 'rotate: how long the old secret goes on, such as 24h (default: it ends)')
        .option('--config <file>', 'gateway.json of the gateway', 'gateway.json')
        .option('--json', 'print as JSON')
        .addHelpText(
          'after',
          '\nA secret is printed once, and stored as its SHA-256 alone. A gateway that runs follows each change within a second,\nand writes it into its audit log.\n\nExamples:\n  gwc keys create ci --team search --models "openai/*" --expires 90d\n  gwc keys                    the keys that there are\n  gwc keys rotate ci --overlap 24h\n  gwc keys revoke ci\n\nExit codes: 0 ok, 1 gwc could not work',
        ),
    takes: {
      list: { words: 0, options: ['json'] },
      create: {
        words: 1,
        options: ['org', 'team', 'project', 'developer', 'models', 'sources', 'claims', 'expires', 'json'],
      },
      rotate: { words: 1, options: ['overlap', 'json'] },
      revoke: { words: 1, options: [] },
    },
    load: () => import('../keys.ts'),
  },
  {
    name: 'cache',
    summary: 'what a running gateway keeps, what it forgets, and why one question gets the answer to another',
    describe: (command) =>
      command
        .addArgument(
          command
            .createArgument('[action]', 'what to do')
            .choices(['stats', 'purge', 'delete', 'feedback', 'why']),
        )
        .argument(
          '[words...]',
          'purge: whose (team=search org=acme), or everything; delete: an id; feedback: a request; why: questions',
        )
        .option('--config <file>', 'gateway.json of the gateway, whose `admin` is asked', 'gateway.json')
        .option('--json', 'print all of it as JSON')
        .addHelpText(
          'after',
          '\nTwo questions are compared here, without a gateway; one is looked for in what the gateway keeps.\n\nExamples:\n  gwc cache                                    how full it is, and how often each kind of pair is wrong at most\n  gwc cache why "undo a commit" "how do I undo a git commit?"\n  gwc cache why "how do I undo a commit?" team=search\n  gwc cache purge team=search\n  gwc cache feedback REQUEST                   the kept answer that it got was wrong\n  gwc cache delete ID                          the id of x-gwc-cache\n\nExit codes: 0 ok, 10 why: no two of them are one question, 1 nothing answers, or there is no such thing',
        ),
    load: () => import('../cache.ts'),
  },
  {
    name: 'spend',
    summary: 'what was spent, by whom and on what; settle what is uncertain',
    describe: (command) =>
      command
        .addArgument(
          command
            .createArgument('[action]', 'what to do')
            .choices(['report', 'uncertain', 'settle', 'reconcile', 'frozen', 'thaw', 'export'])
            .default('report'),
        )
        .argument('[words...]', 'settle: attempt and dollars; reconcile: a usage export; thaw: model and key')
        .option(
          '--by <dimensions>',
          'report: org, team, project, developer, key, model, provider, account, rule, outcome, cache, day, month',
          'model',
        )
        .option('--since <when>', 'a day such as 2026-11-01, or a time before now such as 7d', '30d')
        .option('--until <when>', 'the same (default: now)')
        .option('--provider <name>', 'reconcile: whose export it is')
        .option('--above-bound', 'settle: even if that is more than was held of it')
        .option('--json', 'print as JSON')
        .option('--csv', 'report: print as CSV')
        .option('--config <file>', 'gateway.json of the gateway', 'gateway.json')
        .addHelpText(
          'after',
          "\nExamples:\n  gwc spend --by team,model --since 7d\n  gwc spend --by developer --csv > november.csv\n  gwc spend uncertain                       attempts that broke off: nobody knows yet what they cost\n  gwc spend settle ATTEMPT 0.0123           what one of them cost, by the provider's bill\n  gwc spend reconcile usage.csv --provider openai\n  gwc spend frozen                          models and keys that cost more than their bound: `thaw` lets them go on\n  gwc spend export --since 2026-11-01       one line of JSON for each attempt\n\nExit codes: 0 ok, 10 reconcile: the bill differs from the ledger, 1 gwc could not work",
        ),
    takes: {
      report: { words: 0, options: ['by', 'since', 'until', 'json', 'csv'] },
      uncertain: { words: 0, options: ['since', 'until', 'json'] },
      settle: { words: 2, options: ['above-bound'] },
      reconcile: { words: 1, options: ['provider', 'json'] },
      frozen: { words: 0, options: ['json'] },
      thaw: { words: 2, options: [] },
      export: { words: 0, options: ['since', 'until'] },
    },
    load: () => import('../spend.ts'),
  },
]
