import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures as autopilot } from './autopilot/fixtures';
import { fixtures as cloudPc } from './cloud-pc/fixtures';
import { fixtures as coManagement } from './co-management/fixtures';
import type { Fixture } from './fixture';
import { fixtures as joined } from './join/fixtures';
import { fixtures as licence } from './licence/fixtures';
import { fixtures as machine } from './machine/fixtures';
import { fixtures as mdm } from './mdm/fixtures';
import { fixtures as network } from './network/fixtures';
import { fixtures as onPremises } from './on-premises/fixtures';
import { fixtures as protection } from './protection/fixtures';
import { fixtures as recovery } from './recovery/fixtures';
import { fixtures as signIn } from './sign-in/fixtures';
import { ran } from './support';
import { fixtures as time } from './time/fixtures';

const registered = join(
  import.meta.dirname,
  '..',
  'captures',
  'dsregcmd',
  'hybrid-joined-prt-yes-win11-25h2.txt',
);

/** One recorded or documented input per probe. */
export const allFixtures: readonly Fixture[] = [
  {
    id: 'device-registration',
    origin: 'capture',
    given: { 'dsregcmd-status': ran(readFileSync(registered)) },
  },
  ...joined,
  ...signIn,
  ...onPremises,
  ...network,
  ...time,
  ...mdm,
  ...autopilot,
  ...recovery,
  ...protection,
  ...licence,
  ...coManagement,
  ...cloudPc,
  ...machine,
];
