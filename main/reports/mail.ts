/**
 * Windows hands an address over to a mail program in at most 2,048 characters, and some programs take fewer;
 * what is longer is dropped in silence. So we stay below, and say what is missing.
 */
export const mostAddress = 1_900;

export interface Mail {
  address: string;
  /** False when the text did not fit. */
  whole: boolean;
}

const encoded = (text: string): string =>
  // A lone half of a character cannot be written in an address at all.
  encodeURIComponent(
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replaceAll('\r\n', '\n')
      .replaceAll('\n', '\r\n'),
  );

/** The address that opens a mail with this text; `cut` is its last line where not all of it fits. */
export const mailAddress = (
  { to, subject, text, cut }: { to: string | null; subject: string; text: string; cut: string },
  most = mostAddress,
): Mail => {
  const start = `mailto:${to === null ? '' : encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encoded(subject.slice(0, 120))}&body=`;
  const whole = start + encoded(text);
  if (whole.length <= most) return { address: whole, whole: true };
  const end = encoded(`\n\n${cut}`);
  const kept: string[] = [];
  let length = start.length + end.length;
  // Whole lines only: half a code or half a name is worse than none.
  for (const line of text.split('\n')) {
    const size = encoded(`\n${line}`).length;
    if (length + size > most) break;
    kept.push(line);
    length += size;
  }
  return { address: start + encoded(kept.join('\n')) + end, whole: false };
};
