import type { AppInfo, LinkId, Outcome } from '../preload/contract';
import type { Saved } from '../preload/contract-hand-over';
import type { CloudDoor } from './cloud/seat/sign';
import type { Tell } from './house';
import type { LoadedOrganisation } from './organisation/load';
import type { Elevator } from './os/elevate';
import type { SheetPlaces } from './os/sheet-places';
import type { PutTransport } from './sending/put';

/** What a door brings along: its ways to ask, to show and to send. */
export interface HouseOptions {
  door: AppInfo['door'];
  tell: Tell;
  openLink(id: LinkId): Outcome<true> | Promise<Outcome<true>>;
  /** Shows one of the organisation's own addresses in a browser; without it, a person reads and types it. */
  openAddress?(address: string): Promise<boolean>;
  /** Asks where a file goes; without it, it goes where downloads go. */
  save?(name: string, bytes: Uint8Array): Promise<Outcome<Saved>>;
  /** Puts a text on the clipboard; without it the page does. */
  copy?(text: string): Promise<boolean>;
  /** Opens the mail program; without it there is none. */
  mail?(address: string): Promise<boolean>;
  /** Prints a page into a file; without it the page prints itself. */
  pdf?(html: string): Promise<Uint8Array>;
  /** The network of this door for what is sent; Node's own without it. */
  put?: PutTransport;
  /** What Windows starts again after a restart, where a person agrees; only the installed window is one. */
  ownProgram?: string;
  /** Why this is not the window, when it was meant to be. */
  doorReason?: string | null;
  /** Nobody is to be contacted in this run. */
  offline?: boolean;
  /** How this door asks for administrator rights, where it can. */
  elevator?: Elevator;
  /** Read once by the door; without it the usual places are looked at. */
  organisation?: Promise<LoadedOrganisation>;
  /** How this door reaches the cloud and opens a browser; without it, nothing outlives the program. */
  cloud?: Partial<CloudDoor>;
  platform?: NodeJS.Platform;
  languages?: readonly string[];
  settingsPath?: string;
  /** Where the sheets of a deployment day lie; without it the usual places. */
  sheetPlaces?: SheetPlaces;
}
