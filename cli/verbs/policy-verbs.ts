import { checkFormats, testFormats } from '../format-names.ts'
import type { Verb } from '../verb.ts'

/** Verbs that read and write policies: the day's work. */
export const policyVerbs: readonly Verb[] = [
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
    load: () => import('../init.ts'),
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
    load: () => import('../check.ts'),
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
    load: () => import('../prove.ts'),
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
    load: () => import('../test.ts'),
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
    load: () => import('../fmt.ts'),
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
    load: () => import('../why.ts'),
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
    load: () => import('../diff.ts'),
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
    load: () => import('../table.ts'),
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
    load: () => import('../build.ts'),
  },
]
