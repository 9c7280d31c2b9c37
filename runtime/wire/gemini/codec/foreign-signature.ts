/** What Google lets stand for the signature of a call that another model made (https://ai.google.dev/gemini-api/docs/thought-signatures, *FAQ*). */
export const FOREIGN_SIGNATURE = 'skip_thought_signature_validator'
