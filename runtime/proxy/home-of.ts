import type { AnswerHome } from '../upstream/answer-homes.ts'
import type { AccountState, Target } from '../upstream/target.ts'
import type { Call } from './call.ts'

/** The account that answered, as it is remembered. */
export function homeOf(
  { target, account }: { readonly target: Target; readonly account: AccountState },
  isTranslated: boolean,
): AnswerHome {
  const { name, baseUrl } = target.provider.config
  return { provider: name, account: account.number, server: baseUrl, isTranslated }
}

/** Whose request it is: nobody else's is led by it. */
export const ownerOf = ({ view }: Call): string => view?.identity.key ?? ''
