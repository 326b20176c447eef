/** A text under work: what has been decided stays decided, and the length never changes. */
export class Sheet {
  private readonly chars: string[];
  private readonly decided: Uint8Array;

  constructor(readonly text: string) {
    this.chars = text.split('');
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
    for (let at = from; at < to; at += 1) {
      if (this.decided[at] === 1) continue;
      if (mask !== null) this.chars[at] = mask[at - from] ?? 'x';
      this.decided[at] = 1;
    }
  }

  get result(): string {
    return this.chars.join('');
  }

  /** The part of the line in front, as far as it matters. */
  before(at: number): string {
    const from = Math.max(this.text.lastIndexOf('\n', at - 1) + 1, at - 200);
    return this.text.slice(from, at);
  }
}
