import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { recoveryEnvironmentProbe } from '../../../main/probes/recovery/recovery-environment';
import { readRecoveryFile } from '../../../main/probes/recovery/recovery-file';
import { readRecoveryTool } from '../../../main/probes/recovery/recovery-tool';
import { translated } from '../mutate';
import { capture, facts, parse, ran, rawsFor } from '../support';

const xml = capture('ReAgent-xml-enabled.txt');
const file = (text: string) => ran(text, null);
const none = unavailable('absent');

describe('the file behind reagentc', () => {
  it('says that recovery is on, where it is and that nothing waits', () => {
    expect(readRecoveryFile(xml)).toEqual({
      kind: 'ok',
      value: {
        enabled: 'yes',
        location: '\\Recovery\\WindowsRE',
        bootEntry: '{5a2d8874-2be7-11f1-9c45-ce2bd9aa1f8c}',
        operationPending: 'no',
      },
    });
  });

  it.each([
    ['<InstallState state="0"/>', { enabled: 'no' }],
    ['<InstallState state="7"/>', { enabled: 'unknown' }],
  ])('reads %s', (state, expected) => {
    const changed = xml.replace('<InstallState state="1"/>', state);
    expect(readRecoveryFile(changed)).toMatchObject({ value: expected });
  });

  it.each([
    ['<ScheduledOperation state="4"/>', '<ScheduledOperation state="5"/>', 'unknown'],
    ['<OperationParam path=""/>', '<OperationParam path="x"/>', 'yes'],
  ])('with %s as %s an operation waits: %s', (before, after, expected) => {
    expect(readRecoveryFile(xml.replace(before, after))).toMatchObject({
      value: { operationPending: expected },
    });
  });

  it.each(['', 'x', '<WindowsRE/>', '<Other><InstallState state="1"/></Other>', xml.slice(0, 300)])(
    'refuses %#',
    (text) => {
      expect(readRecoveryFile(text)).toMatchObject({ kind: 'failed', reason: 'not-understood' });
    },
  );
});

const tool = (name: string) => readRecoveryTool(capture(name));

describe('reagentc', () => {
  it.each([
    ['reagentc-en-enabled.txt', 'yes'],
    ['reagentc-fr-enabled.txt', 'yes'],
    ['reagentc-ja-fragments.txt', 'yes'],
    ['reagentc-en-disabled.txt', 'no'],
    ['reagentc-de-fragment.txt', 'no'],
  ])('in %s is on: %s', (name, enabled) => {
    expect(tool(name)).toMatchObject({ kind: 'ok', value: { enabled } });
  });

  it('is a closed door without rights, by its number', () => {
    expect(tool('reagentc-en-not-elevated-old.txt')).toEqual(unavailable('denied'));
    expect(tool('reagentc-en-not-elevated-new.txt')).toMatchObject({ kind: 'failed' });
  });

  it('does not take the place of a recovery image for that of Windows RE', () => {
    const image = capture('reagentc-en-disabled.txt').replace(
      'Recovery image location:',
      'Recovery image location:   \\\\?\\GLOBALROOT\\device\\harddisk0\\partition5\\Image',
    );
    expect(readRecoveryTool(image)).toMatchObject({ value: { enabled: 'no', location: null } });
  });

  it('keeps no boot entry of zeros', () => {
    expect(tool('reagentc-en-disabled.txt')).toMatchObject({ value: { bootEntry: null } });
  });

  it.each([
    ['reagentc-en-enabled.txt', 'yes'],
    ['reagentc-en-disabled.txt', 'no'],
    ['reagentc-fr-enabled.txt', 'yes'],
  ])('says the same of %s in any other words, widths and code pages', (name, enabled) => {
    fc.assert(
      fc.property(translated('command-reagentc', capture(name)), (given) => {
        const declared = Object.fromEntries(
          Object.entries({ ...given, 'file-reagent': none }).filter(([key]) =>
            recoveryEnvironmentProbe.reads.some((source) => source.key === key),
          ),
        );
        const reading = recoveryEnvironmentProbe.parse(rawsFor(recoveryEnvironmentProbe, declared));
        expect(reading).toMatchObject({ kind: 'ok', value: { enabled, from: 'tool' } });
      }),
    );
  });

  it('says the same where the answer is translated as well', () => {
    const whole = capture('reagentc-en-enabled.txt').replace('Enabled', 'Ενεργό');
    expect(readRecoveryTool(whole)).toMatchObject({ value: { enabled: 'yes' } });
    const off = capture('reagentc-en-disabled.txt').replace('Disabled', 'Deaktiviert');
    expect(readRecoveryTool(off)).toMatchObject({ value: { enabled: 'no' } });
  });
});

describe('both together', () => {
  it('the file decides, and a tool that disagrees is told', () => {
    const given = {
      'file-reagent': file(xml),
      'command-reagentc': ran(capture('reagentc-en-disabled.txt')),
    };
    expect(facts(recoveryEnvironmentProbe, given)).toMatchObject({
      enabled: 'yes',
      from: 'file',
      disagree: true,
    });
  });

  it('a tool without rights does not disagree', () => {
    const given = {
      'file-reagent': file(xml),
      'command-reagentc': ran(capture('reagentc-en-not-elevated-old.txt'), 5),
    };
    expect(facts(recoveryEnvironmentProbe, given).disagree).toBe(false);
  });

  it('neither is a gap with the reason of the file', () => {
    expect(
      parse(recoveryEnvironmentProbe, {
        'file-reagent': none,
        'command-reagentc': unavailable('needs-admin'),
      }),
    ).toEqual(none);
  });
});
