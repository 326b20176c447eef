import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { codePageSource, textOf } from '../text/raw';
import { readTpmTool } from './tpm-tool';

const source = {
  kind: 'command',
  key: 'command-tpmtool',
  rights: 'user',
  limitMs: 15_000,
  tool: 'tpmtool.exe',
  args: ['getdeviceinformation'],
} as const satisfies Source;

export const tpmProbe: Probe<'tpm'> = {
  id: 'tpm',
  on: ['win32'],
  reads: [source, codePageSource],
  parse: (raws) => {
    const told = textOf(raws, source.key);
    return told.kind === 'ok' ? readTpmTool(told.value.text) : told;
  },
};
