import { declareAct } from '../../os/act';

/**
 * Signs the caller out of all work accounts in apps and removes a registration made with one. Used by two
 * repairs, which differ in what must be so before and what is looked at after.
 */
export const cleanUpAccounts = declareAct({
  key: 'dsregcmd-cleanupaccounts',
  tool: 'dsregcmd.exe',
  args: ['/cleanupaccounts'],
  limitMs: 90_000,
});
