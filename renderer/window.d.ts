import type { Fieldkit } from '../preload/contract';

declare global {
  interface Window {
    /** Absent when the page is opened without a door behind it. */
    readonly fieldkit?: Fieldkit;
  }
}
