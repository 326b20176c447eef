import type { Outcome } from './contract';
import type { HandOverForm, HandOverOptions, Saved } from './contract-hand-over';

/** The part of the contract that is about ways out. Where things go is said by the organisation, never by the page. */

/** A place that the organisation named for hand-overs. */
export type SendWay = 'folder' | 'put';

export interface WaysView {
  /** The language of the helpdesk, where its organisation says so. */
  language: string | null;
  /** Whom a mail would be addressed to; empty where nobody is named. Null where no mail program can be asked. */
  mail: string | null;
  /** For display only; null where the organisation named none. */
  folder: string | null;
  put: string | null;
  pdf: boolean;
}

/** Why something has not arrived. Words are found by `sending.why.<why>`. */
export type SendTrouble =
  | 'offline'
  | 'stays-offline'
  | 'cut-off'
  | 'timed-out'
  | 'folder-gone'
  | 'full'
  | 'read-only'
  | 'name-taken'
  | 'refused'
  | 'not-found'
  | 'too-large'
  | 'redirected'
  | 'server'
  | 'untrusted'
  | 'not-offered'
  | 'address-changed'
  | 'restarted'
  | 'damaged'
  | 'failed';

export interface SendingView {
  id: string;
  way: SendWay;
  /** Name of the file, and where it goes: for display only. */
  name: string;
  to: string;
  bytes: number;
  sent: number;
  state: 'sending' | 'waiting' | 'sent' | 'failed';
  why: SendTrouble | null;
  /** It is tried again by itself while the program runs; a click does it at once. */
  again: boolean;
}

export interface MailView {
  /** False when the text was too long for a mail program: the rest is on the clipboard. */
  whole: boolean;
  copied: boolean;
}

export type SendingCalls = {
  'hand-over.ways': () => WaysView;
  'hand-over.mail': (inspection: string, options: HandOverOptions) => Outcome<MailView>;
  'hand-over.pdf': (inspection: string, options: HandOverOptions) => Outcome<Saved>;
  'hand-over.send': (
    inspection: string,
    form: HandOverForm,
    way: SendWay,
    options: HandOverOptions,
  ) => Outcome<SendingView>;
  'outbox.list': () => SendingView[];
  /** Tries it now. */
  'outbox.send': (id: string) => Outcome<SendingView>;
  /** Ends it, and deletes what waits. */
  'outbox.drop': (id: string) => boolean;
};

export interface SendingKit {
  waysOut(): Promise<WaysView>;
  mailHandOver(inspection: string, options: HandOverOptions): Promise<Outcome<MailView>>;
  pdfHandOver(inspection: string, options: HandOverOptions): Promise<Outcome<Saved>>;
  sendHandOver(
    inspection: string,
    form: HandOverForm,
    way: SendWay,
    options: HandOverOptions,
  ): Promise<Outcome<SendingView>>;
  outbox(): Promise<SendingView[]>;
  sendAgain(id: string): Promise<Outcome<SendingView>>;
  dropFromOutbox(id: string): Promise<boolean>;
  onOutbox(tell: (sending: SendingView) => void): () => void;
}
