import type { RecoveryEnvironment } from '../../core/facts/recovery';
import { ok } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe, Raws } from '../probe';
import { codePageSource, textOf } from '../text/raw';
import { readRecoveryFile } from './recovery-file';
import type { RecoveryFile } from './recovery-file';
import { readRecoveryTool } from './recovery-tool';
import type { RecoveryTool } from './recovery-tool';

const file = {
  kind: 'file',
  key: 'file-reagent',
  rights: 'user',
  limitMs: 3_000,
  path: '%SystemRoot%\\System32\\Recovery\\ReAgent.xml',
  maxBytes: 256 * 1024,
} as const satisfies Source;

const tool = {
  kind: 'command',
  key: 'command-reagentc',
  rights: 'admin',
  limitMs: 15_000,
  tool: 'reagentc.exe',
  args: ['/info'],
} as const satisfies Source;

const fileIn = (raws: Raws): Reading<RecoveryFile> => {
  const told = textOf(raws, file.key);
  return told.kind === 'ok' ? readRecoveryFile(told.value.text) : told;
};

const toolIn = (raws: Raws): Reading<RecoveryTool> => {
  const told = textOf(raws, tool.key);
  return told.kind === 'ok' ? readRecoveryTool(told.value.text) : told;
};

const opposite = { yes: 'no', no: 'yes', unknown: null } as const;

export const recoveryEnvironmentProbe: Probe<'recovery-environment'> = {
  id: 'recovery-environment',
  on: ['win32'],
  reads: [file, tool, codePageSource],
  parse: (raws): Reading<RecoveryEnvironment> => {
    const written = fileIn(raws);
    const said = toolIn(raws);
    if (written.kind === 'ok')
      return ok({
        ...written.value,
        from: 'file',
        disagree: said.kind === 'ok' && said.value.enabled === opposite[written.value.enabled],
      });
    if (said.kind === 'ok')
      return ok({ ...said.value, from: 'tool', disagree: false, operationPending: 'unknown' });
    return written;
  },
};
