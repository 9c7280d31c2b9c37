import type { PolicyControl } from '../policy-control.ts'
import type { Reloaded } from '../reload.ts'
import { adminError } from './admin-error.ts'
import type { AdminAnswer, AdminParts, AdminRequest, AdminRoute } from './route.ts'

/** A table is sent as the text of a JSON string, which may double its bytes. */
const tableBytesMax = 128 * 1024 * 1024

/** Routes that change the policy of a gateway while it serves. Each change is in the audit log. */
export const policyRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: '/policies',
    role: 'admin',
    does: 'The policies that are kept for a rollback, newest first; the first is obeyed.',
    answer: controlled(async ({ policies }) => ({ status: 200, json: { policies: await policies() } })),
  },
  {
    method: 'POST',
    path: '/reload',
    role: 'admin',
    does: 'Compiles or reads the policy now; even one that was rolled back.',
    answer: controlled(async ({ reload }, { actor }) => answerOf(await reload(actor))),
  },
  {
    method: 'POST',
    path: '/rollback',
    role: 'admin',
    does: 'Obeys the policy before, or `{"version": "…"}`: a version that is kept, or its first digits.',
    answer: controlled(rollBack),
  },
  {
    method: 'GET',
    path: '/shadow',
    role: 'admin',
    does: 'What the candidate that decides beside would have done differently.',
    answer: controlled(async ({ shadow }) => reportOf(shadow())),
  },
  {
    method: 'POST',
    path: '/shadow',
    role: 'admin',
    does: 'Lets a candidate decide beside, without effect: `{"table": "…"}`, the text of a built table.',
    bodyBytesMax: tableBytesMax,
    answer: controlled(startShadow),
  },
  {
    method: 'DELETE',
    path: '/shadow',
    role: 'admin',
    does: 'Ends the candidate, with its last report.',
    answer: controlled(async ({ stopShadow }, { actor }, { audit }) => {
      const report = stopShadow()
      if (report !== undefined)
        void audit.record({ actor, action: 'shadow-stop', before: { candidate: report.candidate } })
      return reportOf(report)
    }),
  },
  {
    method: 'POST',
    path: '/shadow/promote',
    role: 'admin',
    does: 'Obeys the candidate, byte for byte, in place of the policy.',
    answer: controlled(async ({ promoteShadow }, { actor }) => {
      const result = await promoteShadow(actor)
      return result === undefined ? noShadow : answerOf(result)
    }),
  },
]

type Answer = (control: PolicyControl, asked: AdminRequest, parts: AdminParts) => Promise<AdminAnswer>

function controlled(answer: Answer): AdminRoute['answer'] {
  return async (asked, parts) =>
    parts.control === undefined ? notControlled : answer(parts.control, asked, parts)
}

const notControlled = adminError(
  501,
  'not_controlled',
  'The policy of this gateway is held by its host program.',
)
const noShadow = adminError(
  404,
  'no_shadow',
  'No candidate decides beside the policy; POST /shadow starts one.',
)

async function rollBack({ rollback }: PolicyControl, { body, actor }: AdminRequest): Promise<AdminAnswer> {
  const version = textOf(body, 'version')
  if (version !== undefined && !/^[0-9a-f]{4,64}$/.test(version))
    return adminError(
      400,
      'bad_version',
      'A version is 4 to 64 hexadecimal digits; `gwc rollback --list` lists them.',
    )
  return answerOf(await rollback(version, actor))
}

async function startShadow(
  { startShadow: start }: PolicyControl,
  { body, actor }: AdminRequest,
  { audit }: AdminParts,
): Promise<AdminAnswer> {
  const table = textOf(body, 'table')
  if (table === undefined)
    return adminError(
      400,
      'table_missing',
      'Send {"table": "…"}: the text of a table that `gwc build` wrote.',
    )
  const started = start(Buffer.from(table))
  if (!started.ok) return adminError(422, 'table_refused', started.message)
  void audit.record({ actor, action: 'shadow-start', after: { candidate: started.version } })
  return { status: 200, json: { candidate: started.version } }
}

function textOf(body: unknown, name: string): string | undefined {
  const value =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value : undefined
}

function reportOf(report: object | undefined): AdminAnswer {
  return report === undefined ? noShadow : { status: 200, json: report }
}

function answerOf(result: Reloaded): AdminAnswer {
  switch (result.kind) {
    case 'published':
    case 'same':
      return { status: 200, json: { result: result.kind, policy: result.version } }
    case 'overtaken':
      return adminError(409, 'overtaken', `What was asked for later is obeyed: ${result.version}.`)
    case 'refused':
      return adminError(422, 'policy_refused', result.message)
  }
}
