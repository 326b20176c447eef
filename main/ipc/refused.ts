/** Why the border turned a call away. The page learns the code and nothing else. */
export type BorderCode =
  'unknown-call' | 'bad-arguments' | 'too-large' | 'untrusted-sender' | 'busy' | 'internal';

/** The message is the code, because an error that crosses to a page keeps only its message. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly code: BorderCode) {
    super(code);
    // A stack would tell the page where things live on this device.
    this.stack = `Refused: ${code}`;
  }
}
