import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import type { Log } from '../ipc/log';
import type { LoadedOrganisation } from '../organisation/load';
import { policyFile, readPolicy, type UpdatePolicy } from './policy';
import { whyNotUpdate, type UpdateFacts } from './update-decision';

const readFeed = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** A machine's own file that cannot be understood may have said "off". */
const updatesWanted = ({ organisation, closed }: LoadedOrganisation): UpdatePolicy =>
  closed ? 'unreadable' : (organisation?.updates ?? 'unset');

export const gatherUpdateFacts = (given: {
  offline: boolean;
  packaged: boolean;
  executable: string;
  resources: string;
  programData: string | undefined;
  organisation: LoadedOrganisation;
}): UpdateFacts => ({
  offline: given.offline,
  packaged: given.packaged,
  installed: existsSync(join(dirname(given.executable), 'Uninstall Fieldkit.exe')),
  policy: given.programData === undefined ? 'unset' : readPolicy(policyFile(given.programData)),
  organisation: updatesWanted(given.organisation),
  feed: readFeed(join(given.resources, 'app-update.yml')),
});

type Updater = Pick<
  AppUpdater,
  'allowDowngrade' | 'allowPrerelease' | 'autoInstallOnAppQuit' | 'checkForUpdates' | 'logger'
>;

const detail = (message: unknown): { detail: string } => ({ detail: String(message) });

/** The updater is loaded only when it may run: what is not loaded reads no feed. */
export const startUpdates = async (
  facts: UpdateFacts,
  log: Log,
  load: () => Promise<Updater>,
): Promise<void> => {
  const why = whyNotUpdate(facts);
  log('info', 'updates', { state: why ?? 'on' });
  if (why !== null) return;
  try {
    const updater = await load();
    updater.logger = {
      info: (message) => {
        log('info', 'updater', detail(message));
      },
      warn: (message) => {
        log('warn', 'updater', detail(message));
      },
      error: (message) => {
        log('error', 'updater', detail(message));
      },
    };
    updater.allowDowngrade = false;
    updater.allowPrerelease = false;
    updater.autoInstallOnAppQuit = true;
    await updater.checkForUpdates();
  } catch (error) {
    // No network, or a feed that is down: never a reason to stop the work.
    log('warn', 'updates', { state: 'check-failed', ...detail(error) });
  }
};
