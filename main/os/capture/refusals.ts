export type CaptureRefusal =
  | 'cannot-open'
  | 'not-a-capture'
  | 'capture-newer'
  | 'capture-damaged'
  | 'capture-hostile'
  | 'too-large';

/** Thrown inside the reader only; `openCapture` turns it into a refusal by name. */
export class Refusal extends Error {
  constructor(
    readonly code: CaptureRefusal,
    readonly reason: string,
  ) {
    super(`${code}: ${reason}`);
  }
}

export const refuse = (code: CaptureRefusal, reason: string): never => {
  throw new Refusal(code, reason);
};
