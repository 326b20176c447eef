import type { OobeConfig, OobeSetting } from '../../core/facts/autopilot';

const bits: readonly [number, OobeSetting][] = [
  [1, 'skip-cortana'],
  [2, 'user-not-admin'],
  [4, 'skip-express-settings'],
  [8, 'skip-oem-registration'],
  [16, 'skip-eula'],
  [32, 'tpm-attestation'],
  [64, 'device-authenticates'],
  [128, 'join-requires-tpm'],
  [256, 'skip-windows-upgrade'],
  [512, 'patch-download'],
  [1024, 'skip-keyboard'],
];
const known = bits.reduce((sum, [bit]) => sum | bit, 0);
/** Attestation and a device that signs in by itself, together. */
const selfDeploying = 32 | 64;

export const oobeConfigOf = (raw: number | null): OobeConfig | null => {
  if (raw === null || !Number.isInteger(raw) || raw < 0 || raw > 0xffff_ffff) return null;
  return {
    raw,
    settings: bits.filter(([bit]) => (raw & bit) !== 0).map(([, name]) => name),
    unknownBits: (raw & ~known) >>> 0,
    selfDeploying: (raw & selfDeploying) === selfDeploying,
  };
};
