import type { SetupPhase } from '../../core/facts/autopilot';
import { ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';

const setupKey = shallow(registrySource('registry-setup', 'HKLM', 'SYSTEM\\Setup'));
const stateKey = registrySource(
  'registry-setup-state',
  'HKLM',
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State',
);
const complete = 'IMAGE_STATE_COMPLETE';

export const setupPhaseProbe: Probe<'setup-phase'> = {
  id: 'setup-phase',
  on: ['win32'],
  reads: registryReads(setupKey, stateKey),
  parse: (raws) => {
    const setup = registryOf(raws, setupKey);
    const state = registryOf(raws, stateKey);
    if (setup.kind !== 'ok' && state.kind !== 'ok') return setup;
    const flag = (name: string) => (setup.kind === 'ok' ? setup.value.flag('', name) : null);
    const oobe = flag('OOBEInProgress');
    const system = flag('SystemSetupInProgress');
    const imageState = state.kind === 'ok' ? state.value.string('', 'ImageState') : null;
    const imageBusy = imageState === null ? null : imageState !== complete;
    const facts: SetupPhase = {
      inSetup: triOf(
        oobe === true || system === true || imageBusy === true
          ? true
          : imageBusy === false && system === false
            ? false
            : null,
      ),
      imageState,
      setupInProgress: triOf(system),
      oobeInProgress: triOf(oobe),
    };
    return ok(facts);
  },
};
