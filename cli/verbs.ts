import { checkFormats, testFormats } from './format-names.ts'
import type { Verb } from './verb.ts'

/** Every verb, in the order of `gwc --help`: the day's work first, then operation, then reference. */
export const verbs: readonly Verb[] = [
  {
    name: 'init',
    summary: 'write a first policy, with tests, into a folder',
    describe: (command) =>
      command
        .argument('[folder]', 'where to write it', '.')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc init policies     writes policies/main.route and policies/gateway.json, never over a file that is there',
        ),
    load: () => import('./init.ts'),
  },
  {
    name: 'check',
    summary: 'prove a policy: types, rules that can never run, missing cases, tests',
    describe: (command) =>
      command
        .argument('[paths...]', 'policies or folders (default: .)')
        .option('--strict', 'exit 2 on warnings, 4 on findings left unproven')
        .option('--fix', 'apply the fixes that keep what was meant, then check again')
        .option('--bounds', 'the worst cost, time and attempts of each rule (pretty or json)')
        .option('--watch', 'check again on each change, until Ctrl-C')
        .addOption(
          command
            .createOption('--format <format>', 'how to print; github is for Actions, sarif for code scanning')
            .choices(checkFormats)
            .default('pretty'),
        )
        .option(
          '--config <file>',
          'gateway.json whose providers and models the policy may use (default: beside the policy, if there)',
        )
        .option('--as-of <date>', 'prices as of this day, YYYY-MM-DD')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc check                       every policy below this folder\n  gwc check --strict policies     as CI runs it\n  gwc explain GWC2104             what a code means\n\nExit codes: 0 ok, 1 gwc could not work, 2 warnings (--strict), 3 errors, 4 unproven (--strict)',
        ),
    load: () => import('./check.ts'),
  },
  {
    name: 'prove',
    summary: 'one assertion, ad hoc: true of all requests, or a request that breaks it',
    describe: (command) =>
      command
        .argument(
          '<property>',
          "what should hold, as `assert` says it: 'never use premium when team in interns'",
        )
        .argument('[paths...]', 'policies or folders (default: .)')
        .option('--json', 'print verdict and counterexample as JSON')
        .option('--config <file>', 'gateway.json whose providers and models the policy may use')
        .option('--as-of <date>', 'prices as of this day, YYYY-MM-DD')
        .addHelpText(
          'after',
          "\nExamples:\n  gwc prove 'never use premium when team in interns'\n  gwc prove 'cost <= $1 when input_bound <= 32k and choices == 1' policies/org\n\nProperties: never use SET, always use SET, denied, allowed, cache off, cache within DIM, cost <= MONEY,\nattempts <= N, time <= DURATION, charged BUDGET, log metadata, reachable RULE; each with `when COND`\n\nExit codes: 0 proved, 1 gwc could not work, 3 false or not decidable as written, 4 unproven",
        ),
    load: () => import('./prove.ts'),
  },
  {
    name: 'test',
    summary: 'run the tests written in the policies, and say what they leave untested',
    describe: (command) =>
      command
        .argument('[paths...]', 'policies or folders (default: .)')
        .option('--coverage', 'what the tests show: rules, sides and edges of comparisons, outcomes')
        .option('--threshold <percent>', 'exit 5 when they show less than this')
        .option('--missing', 'print the missing tests alone, ready to paste into the policy')
        .addOption(
          command.createOption('--format <format>', 'how to print').choices(testFormats).default('pretty'),
        )
        .option('--json', 'the same as --format json')
        .option('--config <file>', 'gateway.json whose providers and models the policy may use')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc test --coverage --threshold 90 policies     as CI runs it\n  gwc test --missing main.route >> main.route     writes the tests that are missing\n\nExit codes: 0 all passed, 1 gwc could not work, 3 a test failed or the policy has errors, 5 below --threshold',
        ),
    load: () => import('./test.ts'),
  },
  {
    name: 'fmt',
    summary: 'format policies: comments stay, meaning stays',
    describe: (command) =>
      command
        .argument('[paths...]', 'policies or folders; `-` reads standard input (default: .)')
        .option('--check', 'write nothing; exit 3 when a file would change')
        .option('--diff', 'write nothing; show what would change')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc fmt                  formats every policy below this folder\n  gwc fmt - < main.route   formats standard input',
        ),
    load: () => import('./fmt.ts'),
  },
  {
    name: 'why',
    summary: 'which rule decides one request, and why the others do not',
    describe: (command) =>
      command
        .argument(
          '[request...]',
          'facts as name=value, a JSON file of facts, the JSON body of a request, or `-`',
        )
        .option('--policy <path>', 'the policy (default: ./main.route, or the one policy below this folder)')
        .option('--config <file>', 'gateway.json whose providers and models the policy may use')
        .option(
          '--endpoint <name>',
          'whose body the file is: chat, responses, messages, completions or embeddings (default: chat, when it has `messages`)',
        )
        .option('--not <rule>', 'show only why this rule does not decide')
        .option('--log <file>', 'a request of a log of `gwc serve`; `-` reads standard input')
        .option(
          '--request <id>',
          'which one; without it all are decided again, and those that differ are told',
        )
        .option('--json', 'print the decision as JSON')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc why team=interns input_tokens=40k model=openai/gpt-4.1\n  gwc why request.json --not quick\n  gwc why message.json --endpoint messages\n  gwc why --log traffic.ndjson --request ID     a request that was served\n  gwc why --log traffic.ndjson                  would all of them be decided so again?\n\nExit codes: 0 ok, 10 with --log some are decided by another rule, 3 the policy has errors, 1 gwc could not work',
        ),
    load: () => import('./why.ts'),
  },
  {
    name: 'diff',
    summary: 'what two policies decide differently, for all requests',
    describe: (command) =>
      command
        .argument('<old>', 'a policy, a folder, a built table (*.table.json), git:REV or git:REV:path')
        .argument('[new]', 'the same; a revision without a path means the path of the other side', '.')
        .option('--only <condition>', 'prove that nothing changes outside of this condition')
        .option('--log <file>', 'weigh the changes with recorded traffic (JSON Lines of `gwc serve`)')
        .option('--markdown', 'print a comment for a pull request')
        .addOption(command.createOption('--json', 'print everything as JSON').conflicts('markdown'))
        .option(
          '--config <file>',
          'gateway.json whose providers and models both policies may use (default: the one beside each)',
        )
        .option('--as-of <date>', 'prices as of this day, YYYY-MM-DD')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc diff git:main                                the policy here, against that of main\n  gwc diff git:main policies --only \'team == "search"\'\n  gwc diff live.table.json policies --log traffic.ndjson --markdown\n\nExit codes: 0 no request is decided differently, 10 some are, 3 an assertion is broken, something changes outside of --only, or a policy has errors, 4 --only is not proved, 1 gwc could not work',
        ),
    load: () => import('./diff.ts'),
  },
  {
    name: 'table',
    summary: 'the decision table, to read',
    describe: (command) =>
      command
        .argument('[path]', 'policy or folder', '.')
        .option('--format <format>', 'terminal, markdown, html, csv or json', 'terminal')
        .option('--config <file>', 'gateway.json whose providers and models the policy may use')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc table policies\n  gwc table policies --format html > policy.html',
        ),
    load: () => import('./table.ts'),
  },
  {
    name: 'build',
    summary: 'compile a policy into the table that the proxy loads',
    describe: (command) =>
      command
        .argument('[path]', 'policy or folder', '.')
        .option(
          '-o, --output <file>',
          'where to write it (default: NAME.table.json beside the policy; `-` is standard output)',
        )
        .option('--stats', 'print sizes and steps')
        .option('--config <file>', 'gateway.json whose providers and models the policy may use')
        .option('--as-of <date>', 'prices as of this day, YYYY-MM-DD')
        .addHelpText(
          'after',
          '\nThe same input gives the same bytes; their SHA-256 is the policy version.\n\nExample:\n  gwc build policies -o live.table.json --stats',
        ),
    load: () => import('./build.ts'),
  },
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
    load: () => import('./serve.ts'),
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
    load: () => import('./status.ts'),
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
    load: () => import('./requests.ts'),
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
    load: () => import('./audit.ts'),
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
    load: () => import('./reload.ts'),
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
    load: () => import('./rollback.ts'),
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
    load: () => import('./shadow.ts'),
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
        .option('--team <team>')
        .option('--project <project>')
        .option('--developer <developer>')
        .option(
          '--models <globs>',
          'create: models that it may ask for, such as openai/*,anthropic/claude-haiku-*',
        )
        .option('--sources <networks>', 'create: where it may come from, such as 10.0.0.0/8')
        .option('--claims <claims>', 'create: further claims, such as budget=50')
        .option('--expires <when>', 'create: an instant, or a time from now such as 90d')
        .option('--overlap <time>', 'rotate: how long the old secret goes on, such as 24h (default: it ends)')
        .option('--config <file>', 'gateway.json of the gateway', 'gateway.json')
        .option('--json', 'print as JSON')
        .addHelpText(
          'after',
          '\nA secret is printed once, and stored as its SHA-256 alone. A gateway that runs follows each change within a second,\nand writes it into its audit log.\n\nExamples:\n  gwc keys create ci --team search --models "openai/*" --expires 90d\n  gwc keys                    the keys that there are\n  gwc keys rotate ci --overlap 24h\n  gwc keys revoke ci\n\nExit codes: 0 ok, 1 gwc could not work',
        ),
    load: () => import('./keys.ts'),
  },
  {
    name: 'spend',
    summary: 'what was spent, by whom and on what; settle what is uncertain',
    describe: (command) =>
      command
        .addArgument(
          command
            .createArgument('[action]', 'what to do')
            .choices(['report', 'uncertain', 'settle', 'reconcile', 'thaw', 'export'])
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
        .option('--json', 'print as JSON')
        .option('--csv', 'report: print as CSV')
        .option('--config <file>', 'gateway.json of the gateway', 'gateway.json')
        .addHelpText(
          'after',
          "\nExamples:\n  gwc spend --by team,model --since 7d\n  gwc spend --by developer --csv > november.csv\n  gwc spend uncertain                       attempts that broke off: nobody knows yet what they cost\n  gwc spend settle ATTEMPT 0.0123           what one of them cost, by the provider's bill\n  gwc spend reconcile usage.csv --provider openai\n  gwc spend export --since 2026-11-01       one line of JSON for each attempt\n\nExit codes: 0 ok, 10 reconcile: the bill differs from the ledger, 1 gwc could not work",
        ),
    load: () => import('./spend.ts'),
  },
  {
    name: 'lsp',
    summary: 'the language server, for editors',
    describe: (command) =>
      command
        .option('--stdio', 'speak over standard input and output, which it does anyway')
        .addHelpText(
          'after',
          '\nFindings as you type, hover, completion, definition, references, rename, formatting, fixes, outline, colours,\nfolding, and above each rule whether it is reachable and which tests it decides. An editor starts it;\ndocs/editor.md has the settings for VS Code, Neovim, Helix, Zed and JetBrains.',
        ),
    load: () => import('./lsp.ts'),
  },
  {
    name: 'explain',
    summary: 'what a code such as GWC2104 means, with an example',
    describe: (command) =>
      command
        .argument('[code]', 'a code; without one, all of them')
        .option('--json', 'print the page, or the list, as JSON')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc explain GWC2104      what it means, what to avoid and what to prefer\n  gwc explain              every code with its title',
        ),
    load: () => import('./explain.ts'),
  },
  {
    name: 'facts',
    summary: 'what a condition may ask: built-in facts and your own',
    describe: (command) =>
      command
        .argument('[policy]', 'a policy whose own facts to list too')
        .option('--json', 'print the list as JSON')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc facts                       the built-in ones\n  gwc facts policies/main.route   and those that its facts files declare',
        ),
    load: () => import('./facts.ts'),
  },
  {
    name: 'models',
    summary: 'the catalogue: models, prices with source and date, limits',
    describe: (command) =>
      command
        .argument('[filter]', 'a name, part of an id, or a glob such as "openai/*"')
        .option('--config <file>', 'gateway.json whose models to list too, and whose prices stand over these')
        .option('--stale <days>', 'only those whose price was read longer ago, such as 90d')
        .option('--json', 'print the list as JSON')
        .addHelpText(
          'after',
          '\nExamples:\n  gwc models sonnet           those whose id or alias has it\n  gwc models "openai/*mini"   those whose id fits the pattern\n  gwc models gpt-5.4          all prices of one model: services, tiers, hours, sources, disputes\n  gwc models --stale 90d      prices that nobody has looked at for long',
        ),
    load: () => import('./models.ts'),
  },
]
