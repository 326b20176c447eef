import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mailAddress, mostAddress } from '../../main/reports/mail';

const cut = 'The rest is on the clipboard.';
const mail = (text: string, to: string | null = 'help@fabrikam.example') =>
  mailAddress({ to, subject: 'Fieldkit: a & b', text, cut });
const bodyOf = (address: string) => decodeURIComponent(address.split('&body=')[1] ?? '');

it('holds the whole of a short text, with lines as mail has them', () => {
  const { address, whole } = mail('one\ntwo ä & 100 %');
  expect(
    address.startsWith('mailto:help@fabrikam.example?subject=Fieldkit%3A%20a%20%26%20b&body='),
  ).toBe(true);
  expect(bodyOf(address)).toBe('one\r\ntwo ä & 100 %');
  expect(whole).toBe(true);
});

it('never is longer than a mail program takes, and ends in whole lines and the reason', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 60 }),
      (lines) => {
        const clean = lines.map((line) => line.replace(/[\r\n]/gu, ' '));
        const { address, whole } = mail(clean.join('\n'));
        expect(address.length).toBeLessThanOrEqual(mostAddress);
        if (whole) return;
        const body = bodyOf(address).split('\r\n');
        expect(body.at(-1)).toBe(cut);
      },
    ),
    { numRuns: 100 },
  );
});

it('lets nothing in a text become another part of the address', () => {
  const { address } = mail('x&cc=evil@example.com?bcc=evil@example.com#', null);
  expect(address.startsWith('mailto:?subject=')).toBe(true);
  expect(address.match(/[?&#]/gu)).toEqual(['?', '&']);
});
