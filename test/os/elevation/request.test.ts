import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksElevated,
  fromArguments,
  operations,
  toArguments,
} from '../../../main/os/elevation/request';

const reply = '0123456789abcdef0123456789abcdef';
const reader = 'S-1-5-21-1-2-3-1001';
const plain = [
  '--elevated=read-admin-sources',
  '--given=cim-tpm,command-reagentc',
  `--reply=${reply}`,
  `--reader=${reader}`,
];
const swap = (at: number, text: string) => plain.map((arg, nr) => (nr === at ? text : arg));

describe('a question to the elevated side', () => {
  it('comes back from the command line as it was asked', () => {
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,40}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...operations),
        fc.array(name, { maxLength: 50 }),
        (operation, given) => {
          const args = toArguments({ operation, given, reply });
          expect(args.every((arg) => /^[\w.,:=-]+$/.test(arg))).toBe(true);
          expect(fromArguments([...args, `--reader=${reader}`])).toEqual({
            operation,
            given,
            reply,
            reader,
          });
        },
      ),
    );
  });

  it('is never made from anything else', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), (args) => {
        expect(fromArguments(args)).toBeNull();
      }),
    );
  });

  it.each([
    ['an operation nobody knows', swap(0, '--elevated=format-disk')],
    ['a name of the object prototype', swap(0, '--elevated=constructor')],
    ['a path as a name', swap(1, '--given=..\\windows')],
    ['a quotation mark', swap(1, '--given=a"b')],
    ['an empty name', swap(1, '--given=a,,b')],
    ['too many names', swap(1, `--given=${Array(201).fill('a').join(',')}`)],
    ['a place that climbs', swap(2, '--reply=..')],
    ['a place in capitals', swap(2, `--reply=${reply.toUpperCase()}`)],
    ['a group by name as the reader', swap(3, '--reader=Everyone')],
    ['a reader with rights of his own', swap(3, `--reader=${reader}:F`)],
    ['one argument more', [...plain, '--remote-debugging-port=9222']],
    ['one argument less', plain.slice(0, 3)],
    ['another order', [plain[1] ?? '', plain[0] ?? '', plain[2] ?? '', plain[3] ?? '']],
  ])('refuses %s', (_what, args) => {
    expect(fromArguments(args)).toBeNull();
  });

  it('is recognised even when it is malformed, so that no window opens elevated', () => {
    expect(asksElevated(['--elevated'])).toBe(true);
    expect(asksElevated(['x', '--elevated=nothing'])).toBe(true);
    expect(asksElevated(['C:\\a.fieldkit'])).toBe(false);
  });
});
