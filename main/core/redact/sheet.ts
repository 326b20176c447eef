/** A text under work: what has been decided stays decided, and the length never changes. */
export class Sheet {
  private readonly patches: { from: number; text: string }[] = [];
  private readonly decided: Uint8Array;

  constructor(readonly text: string) {
    this.decided = new Uint8Array(text.length);
  }

  isOpen(from: number, to: number): boolean {
    return !this.decided.subarray(from, to).includes(1);
  }

  /** What is not yet decided of a part; the rest is blank. */
  openPart(from: number, to: number): string {
    return [...this.text.slice(from, to).split('')]
      .map((char, at) => (this.decided[from + at] === 1 ? ' ' : char))
      .join('');
  }

  /** Null keeps what is there. */
  decide(from: number, to: number, mask: string | null): void {
    let at = from;
    while (at < to) {
      const start = this.decided.indexOf(0, at);
      if (start < 0 || start >= to) return;
      const taken = this.decided.indexOf(1, start);
      at = taken < 0 ? to : Math.min(taken, to);
      this.decided.fill(1, start, at);
      if (mask !== null)
        this.patches.push({ from: start, text: mask.slice(start - from, at - from) });
    }
  }

  get result(): string {
    const pieces: string[] = [];
    let at = 0;
    for (const { from, text } of this.patches.sort((one, other) => one.from - other.from)) {
      pieces.push(this.text.slice(at, from), text);
      at = from + text.length;
    }
    return [...pieces, this.text.slice(at)].join('');
  }

  /** The part of the line in front, as far as it matters. */
  before(at: number): string {
    const from = Math.max(this.text.lastIndexOf('\n', at - 1) + 1, at - 200);
    return this.text.slice(from, at);
  }
}
