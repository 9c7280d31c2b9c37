/** What the user says before an assistant that speaks first, where somebody else has to: both Anthropic and Google refuse such a conversation. */
export const SILENCE = '…'
