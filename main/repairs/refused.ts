import type { Owner } from '../core/finding';

/**
 * What we do not do, whatever somebody asks for. Words: `refused.<id>.title`, `.why`, and `.instead`, which is
 * the hand-over to `owner`. `asks` are the names people and old guides on the web know it by.
 */
export interface Refused {
  id: string;
  owner: Owner;
  asks: readonly string[];
}

export const refused: readonly Refused[] = [
  { id: 'clear-tpm', owner: 'technician', asks: ['clear-tpm', 'tpm-clear', 'tpm.msc'] },
  { id: 'blind-leave', owner: 'technician', asks: ['leave', 'dsregcmd-leave', 'unjoin'] },
  {
    id: 'delete-hello-container',
    owner: 'technician',
    asks: ['deletehellocontainer', 'delete-pin', 'delete-ngc'],
  },
  { id: 'delete-policies', owner: 'tenant', asks: ['delete-policy', 'remove-policies'] },
  {
    id: 'delete-enrolment-keys',
    owner: 'technician',
    asks: ['delete-enrollment-keys', 'delete-enrolments', 'delete-enrollments', 'unenrol'],
  },
  { id: 'reset-in-cloud-pc', owner: 'technician', asks: ['reset-cloud-pc'] },
  { id: 'autopilot-reset-hybrid', owner: 'technician', asks: ['autopilot-reset'] },
  { id: 'delete-broker-data', owner: 'technician', asks: ['delete-broker', 'clear-wam'] },
  {
    id: 'turn-off-protection',
    owner: 'tenant',
    asks: ['disable-defender', 'disable-firewall', 'disable-bitlocker'],
  },
  { id: 'rejoin-domain', owner: 'directory', asks: ['rejoin', 'leave-domain'] },
];

/** The refusal somebody's own name for it leads to; null when we do not know what is meant. */
export const refusedByName = (name: string): Refused | null => {
  const asked = name.trim().toLowerCase();
  return refused.find(({ id, asks }) => id === asked || asks.includes(asked)) ?? null;
};
