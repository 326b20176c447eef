import type { Outcome } from './contract';

/** What may be left readable when something leaves the device. Secrets are not in the list. */
export type OpenGroup = 'names' | 'ids' | 'addresses';

export interface HandOverOptions {
  /** Language of the reader, who may be somebody else. Null takes English. */
  language: string | null;
  open: OpenGroup[];
  /** Sources whose masked evidence goes into a bundle. */
  sources: string[];
  /** What the person adds in their own words; masked like everything else. */
  note: string;
  /** The call this belongs to: its notes, answers and guides go along. */
  call: string | null;
}

export type HandOverForm = 'text' | 'html' | 'json' | 'bundle';

export interface HandOverView {
  /** In groups, as it is read out. */
  code: string;
  /** A word for each sign of the code; empty for what stands between groups. */
  spelled: string[];
  /** The same with more detail, as the dark cells of a square. */
  qr: { size: number; path: string };
  /** The very text that leaves. */
  ticket: string;
  /** Words are found by `about.<id>`. */
  fields: { id: string; value: string; masked: boolean }[];
}

/** What a code that was read out can say; its age is a step, never a moment. */
export interface SpokenView {
  age: { kind: 'unknown' } | { kind: 'within' | 'older'; minutes: number };
  /** Build of Windows. */
  build: number | null;
  /** More was found than a code can carry. */
  hasMore: boolean;
}

export interface Saved {
  name: string;
  /** Where it is now, for display only; null when the person changed their mind. */
  where: string | null;
}

export type HandOverCalls = {
  'hand-over.preview': (inspection: string, options: HandOverOptions) => Outcome<HandOverView>;
  'hand-over.save': (
    inspection: string,
    form: HandOverForm,
    options: HandOverOptions,
  ) => Outcome<Saved>;
  /** False when the page has to put the text of the preview on the clipboard itself. */
  'hand-over.copy': (inspection: string, options: HandOverOptions) => Outcome<boolean>;
};

export interface HandOverKit {
  previewHandOver(inspection: string, options: HandOverOptions): Promise<Outcome<HandOverView>>;
  saveHandOver(
    inspection: string,
    form: HandOverForm,
    options: HandOverOptions,
  ): Promise<Outcome<Saved>>;
  copyHandOver(inspection: string, options: HandOverOptions): Promise<Outcome<boolean>>;
}
