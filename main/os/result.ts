/** A value, or a refusal by name. Same shape as the contract's outcome, so that a door can pass it on. */
export type Result<T, Code extends string> =
  { ok: true; value: T } | { ok: false; code: Code; detail?: string };

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refused = <Code extends string>(
  code: Code,
  detail?: string,
): { ok: false; code: Code; detail?: string } =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };
