import { inspect } from '../inspector/inspect';
import { regionOf } from '../network/endpoints/region';
import { managementAccountsProbe } from '../probes/mdm/accounts';
import { openTarget } from './target';

const budgetMs = 5000;

/** The region that manages the recorded device, by its own MDM address; null where that names none. */
export const deviceRegion = async (path: string, signal: AbortSignal): Promise<string | null> => {
  const opened = await openTarget({ kind: 'capture', path });
  if (!opened.ok) throw opened.problem;
  const { snapshot } = await inspect(opened.os, [managementAccountsProbe], { budgetMs, signal });
  const reading = snapshot.readings[managementAccountsProbe.id];
  return reading?.kind === 'ok'
    ? regionOf(reading.value.accounts.map(({ address }) => address))
    : null;
};
