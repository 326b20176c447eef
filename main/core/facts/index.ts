import type { Registration } from './registration';

/** What each probe's reading holds. A new probe adds its line here, and the compiler asks for the rest. */
export interface Facts {
  'device-registration': Registration;
}

export type ProbeId = keyof Facts;
