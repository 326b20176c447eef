import { hexOf, win32Inside, withoutNtBit } from './forms';

export type CodeFamily = 'win32' | 'hresult' | 'ntstatus' | 'entra' | 'adfs';
export type CodeSeverity = 'success' | 'information' | 'warning' | 'error';

/** What the shape of a code says when its meaning is not known. Ids; the doors have the words. */
export interface CodeStructure {
  family: CodeFamily;
  severity: CodeSeverity;
  /** Who defined the code: a row of the tables below, or null when not known. */
  facility: string | null;
  facilityNumber: number | null;
  /** The number inside the facility. */
  number: number;
  hex: string | null;
  /** A Win32 number the code carries, to look up next. */
  win32: number | null;
}

/** Facility numbers as in the Windows SDK headers, and those of products in this trade. */
const hresultFacilities: Record<number, string> = {
  0: 'general',
  1: 'rpc',
  3: 'storage',
  4: 'interface',
  7: 'win32',
  9: 'security',
  11: 'certificate',
  12: 'internet',
  15: 'setup',
  16: 'smart-card',
  24: 'mdm-enrolment',
  25: 'http',
  28: 'device-registration',
  36: 'windows-update',
  40: 'tpm-service',
  41: 'tpm-software',
  49: 'bitlocker',
  50: 'firewall',
  51: 'remote-management',
  57: 'boot-configuration',
  0x7d0: 'configuration-manager',
  0x7d1: 'intune',
};

const ntFacilities: Record<number, string> = {
  0: 'general',
  2: 'rpc',
  3: 'rpc',
  4: 'cloud-sign-in',
  7: 'win32',
  9: 'security',
  0x21: 'bitlocker',
  0x29: 'tpm-service',
};

/** Areas of the Win32 number line. */
const win32Ranges: { to: number; id: string }[] = [
  { to: 999, id: 'general' },
  { to: 1299, id: 'services-and-registry' },
  { to: 1399, id: 'accounts' },
  { to: 1599, id: 'general' },
  { to: 1699, id: 'installer' },
  { to: 1999, id: 'rpc' },
  { to: 2099, id: 'general' },
  { to: 2999, id: 'network-management' },
  { to: 7999, id: 'general' },
  { to: 8999, id: 'directory' },
  { to: 9999, id: 'name-service' },
  { to: 11999, id: 'sockets' },
  { to: 12199, id: 'http-client' },
  { to: 15599, id: 'general' },
  { to: 15799, id: 'app-packages' },
  { to: 0xffff, id: 'general' },
];

const severities: CodeSeverity[] = ['success', 'information', 'warning', 'error'];

const win32Structure = (number: number, value: number): CodeStructure => ({
  family: 'win32',
  severity: number === 0 ? 'success' : 'error',
  facility: win32Ranges.find((range) => number <= range.to)?.id ?? null,
  facilityNumber: null,
  number,
  hex: hexOf(value),
  win32: number,
});

/** 0xcaa… and 0x4aa… of the sign-in library; its network families carry a WinINet number. */
const signInLibrary = (value: number): CodeStructure | null => {
  const top = value >>> 20;
  if (top !== 0xcaa && top !== 0x4aa) return null;
  const number = value & 0xffff;
  return {
    family: 'hresult',
    severity: top === 0xcaa ? 'error' : 'information',
    facility: 'sign-in-library',
    facilityNumber: (value >>> 16) & 0x7ff,
    number,
    hex: hexOf(value),
    win32: number >= 12000 && number < 12200 ? number : null,
  };
};

const ntStructure = (value: number): CodeStructure => {
  const folded = withoutNtBit(value);
  const facilityNumber = (folded >>> 16) & 0xfff;
  return {
    family: 'ntstatus',
    severity: severities[folded >>> 30] ?? 'error',
    facility: ntFacilities[facilityNumber] ?? null,
    facilityNumber,
    number: folded & 0xffff,
    hex: hexOf(value),
    win32: null,
  };
};

const hresultStructure = (value: number): CodeStructure => {
  const facilityNumber = (value >>> 16) & 0x7ff;
  return {
    family: 'hresult',
    severity: value >>> 31 === 1 ? 'error' : 'success',
    facility: hresultFacilities[facilityNumber] ?? null,
    facilityNumber,
    number: value & 0xffff,
    hex: hexOf(value),
    win32: null,
  };
};

/** 0x8… and 0x0… are read as HRESULT, 0xc…, 0xd…, 0x9… and 0x4… as NTSTATUS. */
export const structureOfNumber = (value: number): CodeStructure => {
  const win32 = value < 0x10000 ? value : win32Inside(value);
  if (win32 !== null) return win32Structure(win32, value);
  const top = value >>> 28;
  const nt = top === 0xc || top === 0xd || top === 0x9 || top === 0x4;
  return signInLibrary(value) ?? (nt ? ntStructure(value) : hresultStructure(value));
};

const serviceFamilies: Record<string, CodeFamily> = { AADSTS: 'entra', MSIS: 'adfs' };

export const structureOfService = (canonical: string): CodeStructure | null => {
  const match = /^(AADSTS|MSIS)(\d+)$/.exec(canonical);
  const family = serviceFamilies[match?.[1] ?? ''];
  if (!match || !family) return null;
  return {
    family,
    severity: 'error',
    facility: family === 'entra' ? 'entra-sign-in' : 'federation',
    facilityNumber: null,
    number: Number(match[2]),
    hex: null,
    win32: null,
  };
};
