import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';

const runOnce = shallow(
  registrySource(
    'registry-run-once',
    'HKCU',
    'Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce',
  ),
);

export const resumeEntryProbe: Probe<'resume-entry'> = {
  id: 'resume-entry',
  on: ['win32'],
  onRequest: true,
  reads: registryReads(runOnce),
  parse: (raws) =>
    map(registryOf(raws, runOnce), (tree) => ({
      present: triOf(tree.string('', 'FieldkitResume') !== null),
    })),
};
