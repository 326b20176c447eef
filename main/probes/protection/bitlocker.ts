import type { EncryptedVolume, VolumeState } from '../../core/facts/protection';
import { ok, triOf } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe, Raws } from '../probe';
import { cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';
import { codePageSource, textOf } from '../text/raw';
import { valueOr } from '../text/reading';
import { readDriveTool } from './drive-tool';
import type { ToolVolume } from './drive-tool';

const volumes = {
  ...cimSource(
    'cim-encryptable-volumes',
    'root/cimv2/Security/MicrosoftVolumeEncryption',
    'Win32_EncryptableVolume',
    ['DriveLetter', 'ProtectionStatus', 'ConversionStatus', 'EncryptionMethod'],
  ),
  rights: 'admin' as const,
};

/** The switch makes the exit code the answer: 0 protected, 1 not. `-protectors` would print the key. */
const tool = {
  kind: 'command',
  key: 'command-manage-bde',
  rights: 'admin',
  limitMs: 15_000,
  tool: 'manage-bde.exe',
  args: ['-status', 'C:', '-protectionaserrorlevel'],
} as const satisfies Source;

const methods = [
  null,
  'AES 128 + diffuser',
  'AES 256 + diffuser',
  'AES 128',
  'AES 256',
  'hardware',
  'XTS-AES 128',
  'XTS-AES 256',
];
const decrypted = 0;
const encrypted = 1;
const moving: Record<number, VolumeState> = { 2: 'encrypting', 3: 'decrypting' };

const stateOf = (protection: number | null, conversion: number | null): VolumeState => {
  if (protection === 2) return 'locked';
  const underWay = moving[conversion ?? -1];
  if (underWay !== undefined) return underWay;
  if (conversion === decrypted) return 'off';
  if (conversion !== encrypted || protection === null) return 'unknown';
  return protection === 1 ? 'protected' : 'suspended';
};

const protectionOf = (status: number | null): Tri =>
  triOf(status === 0 ? false : status === 1 ? true : null);

/** Encrypted, unprotected and without any protector: a factory state, open to everybody. */
const waiting = (state: VolumeState, protectors: number | null): Tri =>
  state === 'suspended'
    ? triOf(protectors === null ? null : protectors === 0)
    : state === 'unknown'
      ? 'unknown'
      : 'no';

const fromManagement = (row: CimRow, seen: readonly ToolVolume[]): EncryptedVolume[] => {
  const letter = cimText(row, 'DriveLetter');
  if (letter === null) return [];
  const status = cimNumber(row, 'ProtectionStatus');
  const state = stateOf(status, cimNumber(row, 'ConversionStatus'));
  const told = seen.find((volume) => volume.letter === letter.toUpperCase());
  return [
    {
      letter: letter.toUpperCase(),
      state,
      protection: protectionOf(status),
      encryptedPercent: told?.encryptedPercent ?? null,
      method: methods[cimNumber(row, 'EncryptionMethod') ?? 0] ?? null,
      waitingForAccount: waiting(state, told?.protectors ?? null),
    },
  ];
};

const toolState = ({ encryptedPercent }: ToolVolume, exitCode: number | null): VolumeState => {
  if (exitCode === 0) return 'protected';
  if (encryptedPercent === 0) return 'off';
  return encryptedPercent === 100 ? 'suspended' : 'unknown';
};

const fromTool = (volume: ToolVolume, exitCode: number | null): EncryptedVolume => {
  const state = toolState(volume, exitCode);
  const open = volume.encryptedPercent === 0 || volume.protectors === 0;
  return {
    letter: volume.letter,
    state,
    protection: exitCode === 0 ? 'yes' : exitCode === 1 || open ? 'no' : 'unknown',
    encryptedPercent: volume.encryptedPercent,
    method: volume.method,
    waitingForAccount: waiting(state, volume.protectors),
  };
};

const toolVolumes = (raws: Raws): Reading<ToolVolume[]> => {
  const told = textOf(raws, tool.key);
  return told.kind === 'ok' ? readDriveTool(told.value.text) : told;
};

export const bitlockerProbe: Probe<'bitlocker'> = {
  id: 'bitlocker',
  on: ['win32'],
  reads: [volumes, tool, codePageSource],
  parse: (raws) => {
    const managed = rowsOf(raws, volumes);
    const seen = toolVolumes(raws);
    if (managed.kind === 'ok')
      return ok({
        from: 'management',
        volumes: managed.value.flatMap((row) => fromManagement(row, valueOr(seen, []))),
      });
    if (seen.kind !== 'ok') return managed;
    const told = textOf(raws, tool.key);
    const exitCode = told.kind === 'ok' ? told.value.exitCode : null;
    return ok({ from: 'tool', volumes: seen.value.map((volume) => fromTool(volume, exitCode)) });
  },
};
