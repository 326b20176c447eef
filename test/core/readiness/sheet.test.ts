import { describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import { createWords } from '../../../strings/index';
import { english } from '../../../strings/for-terminal';
import { qrText, readinessWords } from '../../../strings/readiness-words';
import type { Organisation } from '../../../main/core/organisation';
import { kindById } from '../../../main/core/readiness/kinds';
import { returnSheet } from '../../../main/core/readiness/sheet';
import { callOnPaper } from '../../../main/readiness';
import { device, seenBy, unread } from './make';

const words = readinessWords(createWords('en', english));
const call = { name: 'Service desk', phone: '+49 30 1234', mail: null, web: null };
const linesOf = (sheet: Parameters<typeof words.sheet>[0]) =>
  words.sheet(sheet, kindById('local-remove')).flatMap(({ title, lines }) => [title, ...lines]);

describe('the sheet that goes along on paper', () => {
  it('holds the PC, the steps after it, whom to call, and what has to come back', () => {
    const lines = linesOf({ ...returnSheet(device()), call });
    for (const wanted of [
      'PC: LT-7',
      'Serial number: PF3ABCDE',
      '+49 30 1234',
      'H: \\\\files\\home',
      '\\\\print\\floor2',
      'Office',
    ])
      expect(lines).toContain(wanted);
    expect(lines.some((line) => line.startsWith('1. '))).toBe(true);
  });

  it('takes whom to call from the file of the organisation', () => {
    const helpDesk = {
      name: null,
      phone: '+49 30 1234',
      email: 'help@fabrikam.com',
      portal: null,
      hours: null,
    };
    const organisation = { name: 'Fabrikam', helpDesk } as Organisation;
    expect(callOnPaper(organisation)).toEqual({
      name: 'Fabrikam',
      phone: '+49 30 1234',
      mail: 'help@fabrikam.com',
      web: null,
    });
    expect(callOnPaper({ ...organisation, helpDesk: null })).toBeNull();
    expect(callOnPaper(null)).toBeNull();
  });

  it('lists a printer once that two places name', () => {
    expect(returnSheet(device()).noted.printers).toEqual(['\\\\print\\floor2']);
  });

  it('says “could not be read” where a list is missing, never “none”', () => {
    const { noted } = returnSheet(unread(device(), 'mapped-drives'));
    expect(noted.drives).toBeNull();
    const part = words.sheet({ ...returnSheet(unread(device(), 'mapped-drives')), call }, null);
    expect(part.find(({ id }) => id === 'drives')?.lines).toEqual(['could not be read']);
  });

  it('notes nothing of the account of a helper', () => {
    const { person, noted } = returnSheet(seenBy(device(), { system: true }));
    expect([person, noted.drives, noted.printers]).toEqual([null, null, null]);
    expect(noted.wireless).toEqual(['Home', 'Office']);
  });

  it('leaves room for the number where no organisation gave one', () => {
    const lines = linesOf({ ...returnSheet(device()), call: null });
    expect(lines).toContain('Write the number of your IT department here:');
  });

  it('fits a picture that a phone can read, however much was noted', () => {
    const drives = Array.from({ length: 400 }, (_, at) => ({
      letter: 'X:',
      path: `\\\\server-ü\\share-${String(at)}`,
    }));
    const sheet = returnSheet(device());
    const text = qrText(
      words.sheet({ ...sheet, noted: { ...sheet.noted, drives }, call }, kindById('local-keep')),
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(905);
    expect(text.endsWith('…')).toBe(true);
    expect(encode(text).size).toBeLessThan(130);
  });
});
