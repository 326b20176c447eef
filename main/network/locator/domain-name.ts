import { domainToASCII } from 'node:url';

export type DomainName =
  | { kind: 'ok'; name: string; oneLabel: boolean }
  | { kind: 'wrong'; why: 'empty' | 'too-long' | 'not-a-name' | 'address' };

const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const address = /^[\d.]+$|:/;

/** What a person typed, as it stands in DNS: lower case, without the last dot, IDN in ASCII. */
export const domainName = (typed: string): DomainName => {
  const trimmed = typed.trim().replace(/\.$/, '');
  if (trimmed === '') return { kind: 'wrong', why: 'empty' };
  if (trimmed.length > 253) return { kind: 'wrong', why: 'too-long' };
  if (address.test(trimmed)) return { kind: 'wrong', why: 'address' };
  const plain = trimmed.toLowerCase();
  // URL rules forbid the underscore that old domain names have; they need no translation anyway.
  const ascii = /^[a-z0-9._-]+$/.test(plain) ? plain : domainToASCII(plain);
  const labels = ascii.split('.');
  if (ascii.length > 253) return { kind: 'wrong', why: 'too-long' };
  if (!labels.every((one) => label.test(one))) return { kind: 'wrong', why: 'not-a-name' };
  return { kind: 'ok', name: ascii, oneLabel: labels.length === 1 };
};
