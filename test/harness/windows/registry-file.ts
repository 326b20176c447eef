import type { Description, RegistryValue } from './description';
import { fillTimes } from './times';

const hives: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
};

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

const bytes = (kind: string, data: Buffer) =>
  `hex${kind}:${[...data].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;

const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

const dataOf = (value: RegistryValue): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return `dword:${(value >>> 0).toString(16).padStart(8, '0')}`;
  if ('binary' in value) return bytes('', Buffer.from(value.binary, 'hex'));
  if ('multi' in value) return bytes('(7)', wide(value.multi.map((line) => `${line}\0`).join('')));
  if ('expand' in value) return bytes('(2)', wide(value.expand));
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(BigInt(value.qword));
  return bytes('(b)', number);
};

const longPath = (key: string) => {
  const [hive = '', ...rest] = key.split('\\');
  return [hives[hive] ?? hive, ...rest].join('\\');
};

const section = (key: string, values: Description['registry'][string], now: number): string => {
  if (values === null) return `[-${longPath(key)}]`;
  const rows = Object.entries(values).map(([name, value]) => {
    const data = typeof value === 'string' ? fillTimes(value, now) : value;
    return `${name === '' ? '@' : quoted(name)}=${data === null ? '-' : dataOf(data)}`;
  });
  return [`[${longPath(key)}]`, ...rows].join('\r\n');
};

/** What `reg import` reads. Keys to take away come first, or they would take their successors along. */
export const registryFile = (registry: Description['registry'], now: number): Buffer => {
  const keys = Object.entries(registry);
  const ordered = [
    ...keys.filter(([, values]) => values === null),
    ...keys.filter(([, values]) => values !== null),
  ];
  const sections = ordered.map(([key, values]) => section(key, values, now));
  const text = ['Windows Registry Editor Version 5.00', ...sections, ''].join('\r\n\r\n');
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
};
