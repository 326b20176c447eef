const shape = /^\{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}?$/i;

/** One spelling for an id: folders and keys come with and without braces, in either case. */
export const guidOf = (text: string | null): string | null =>
  shape.exec(text?.trim() ?? '')?.[1]?.toUpperCase() ?? null;

export const sameGuid = (a: string | null, b: string | null): boolean =>
  guidOf(a) !== null && guidOf(a) === guidOf(b);
