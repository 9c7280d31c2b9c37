import type { FrameRow } from '../frames.ts'

/** Words around a question: taken off, and what is left is read again. */
export const around: readonly FrameRow[] = [
  {
    intent: '',
    meaning: 'Courtesy and announcements around a question.',
    example: ['Hi, could you please tell me what a monad is?', 'What is a monad?'],
    forms: [
      '(hi|hello|hey|hiya|greetings|dear) (there|everyone|all|team|assistant|chatgpt|claude|) *',
      'good (morning|afternoon|evening|day) *',
      '(so|excuse me|thanks in advance) *',
      'i (have|had|got) (quick|simple|small|stupid|dumb|) question (about|) *',
      '(quick|simple|stupid|dumb|random) question *',
      '(if|whether) (you|anyone|someone) (can|could|would|might) (help to|help with|help|) *',
      '(my question is|here is my question) *',
      '{will} you help me (to|with|) *',
      '{will} you {verb} *=> {verb} $1',
      'is there (any|) (chance|possibility) you (can|could) *',
      'i (need|want|could use|would like) (some|) help (with|to|in|on|) *',
      'i need (assistance|advice) (with|on) *',
      'need help (with|to|) *',
      'help (me to|me with|me|with) *',
      'i (want|need|would like|am trying|am looking|would love) to *',
      '(looking|trying) to *',
      '(can|could|may|might) i ask (you|) *',
    ],
  },
  {
    intent: 'know',
    meaning:
      'Asking to be told, or telling what one does not know: what follows is a question, or the thing itself.',
    example: ['Do you happen to know what the largest ocean is?', 'What is the largest ocean?'],
    forms: [
      '(tell|let know|inform) *',
      'i (was|am) (wondering|curious|asking) (about|) *',
      'i wonder *',
      '(wondering|curious) (about|) *',
      'i (would|will) (love|appreciate) to know *',
      '(question about|need to know|i need to know) *',
      '(help|help me) (understand|figure out|find out) *',
      '{will} you help (me|) (understand|figure out|find out) *',
      '(do|would|might|does) (you|anyone|anybody|someone) (happen to|) (know|remember|have any idea|have idea) (of|) *',
      'do you have (any|) (idea|ideas|clue) *',
      '(any|have any) (idea|clue) (on|about|) *',
      'i (would like|want|need|wish|am trying|am hoping) to (know|find out|learn|understand|figure out|ask|ask about|ask you) *',
      'i (do not|can not) (know|understand|remember|recall|figure out) *',
      '(would|do) you mind (telling|letting know|explaining|showing) *',
    ],
  },
]

/** Courtesy behind a question. */
export const behind: readonly FrameRow[] = [
  {
    intent: '',
    meaning: 'Courtesy behind a question.',
    example: ['What is a monad? Thanks in advance!', 'What is a monad?'],
    forms: [
      '* (thanks|cheers|asap|for me|to me|many thanks)',
      '* (thanks|thank you|) (very much|so much|in advance|for your help|for help)',
      '* thank you',
      '* if (possible|you can|you could|you do not mind)',
    ],
  },
]
