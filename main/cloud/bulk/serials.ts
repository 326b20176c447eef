/** So many devices one run may have; more is a project, not a run. */
export const mostDevices = 5_000;

export type SerialList =
  | { ok: true; serials: string[]; doubles: number }
  | { ok: false; code: 'empty' | 'too-many' | 'not-a-serial'; line: number | null };

/** What stands on the labels of PCs; nothing that could mean more than itself in a query. */
const serial = /^[A-Za-z0-9][A-Za-z0-9 ._/-]{1,63}$/;
const heading = /^(device )?serial( ?number)?$/i;

/** One serial number a line, or the first column of a table, in any of the usual cuts. */
export const readSerials = (text: string): SerialList => {
  const found = new Set<string>();
  let doubles = 0;
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const cell = (raw.split(/[,;\t]/)[0] ?? '')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim();
    if (cell === '' || (found.size === 0 && heading.test(cell))) continue;
    if (!serial.test(cell)) return { ok: false, code: 'not-a-serial', line: at + 1 };
    if (found.has(cell)) doubles += 1;
    found.add(cell);
    if (found.size > mostDevices) return { ok: false, code: 'too-many', line: at + 1 };
  }
  return found.size === 0
    ? { ok: false, code: 'empty', line: null }
    : { ok: true, serials: [...found], doubles };
};
