import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { coManagementProbe } from '../../../main/probes/co-management/co-management';
import { configMgrClientProbe } from '../../../main/probes/co-management/configmgr-client';
import { unknownBits, workloadsOf } from '../../../main/probes/co-management/flags';
import { coManagementLogProbe } from '../../../main/probes/co-management/log';
import { services } from '../mdm/fixtures';
import { capture, dword, facts, json, noKey, parse, ran, registry, text } from '../support';
import { fixtures, site } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const client = (values: Parameters<typeof registry>[1][string], mode?: string) =>
  ran(
    registry('HKLM', {
      'SOFTWARE\\Microsoft\\CCM': values,
      ...(mode === undefined
        ? {}
        : { 'SOFTWARE\\Microsoft\\CCM\\CcmExec': { ProvisioningMode: text(mode) } }),
    }),
  );
const read = (ccm: ReturnType<typeof ran>, ...running: string[]) =>
  facts(coManagementProbe, {
    'registry-ccm': ccm,
    'registry-sms-client': site,
    'cim-services': services(...running),
  });

describe('the flags', () => {
  it('gives workloads their names', () => {
    expect(workloadsOf(67)).toEqual(['compliance', 'client-apps']);
    expect(workloadsOf(255)).toHaveLength(7);
    expect(workloadsOf(1)).toEqual([]);
  });

  it.each([
    [255, null],
    [8193, '0x2000'],
    [12543, '0x3000'],
  ])('shows the bits of %s without a meaning as they are: %s', (flags, rest) => {
    expect(unknownBits(flags)).toBe(rest);
  });
});

describe('co-management', () => {
  it('reads flags, site and client', () => {
    expect(facts(coManagementProbe, given('co-management'))).toEqual({
      clientInstalled: 'yes',
      on: 'yes',
      flags: 67,
      intuneWorkloads: ['compliance', 'client-apps'],
      unknownBits: null,
      siteCode: 'P01',
      version: '5.00.9128.1000',
      provisioningMode: 'unknown',
    });
  });

  it('is off with flags of zero or none', () => {
    expect(read(client({ CoManagementFlags: dword(0) }), 'CcmExec')).toMatchObject({
      on: 'no',
      clientInstalled: 'yes',
    });
    expect(read(noKey)).toMatchObject({ on: 'no', clientInstalled: 'no', flags: null });
  });

  it.each([
    ['true', 'yes'],
    ['false', 'no'],
    ['maybe', 'unknown'],
  ])('reads the mode %s', (mode, expected) => {
    expect(read(client({}, mode)).provisioningMode).toBe(expected);
  });

  it('does not know of a client when services do not answer', () => {
    const deaf = { ...given('co-management'), 'cim-services': unavailable('blocked-by-policy') };
    expect(facts(coManagementProbe, deaf).clientInstalled).toBe('unknown');
  });

  it('is a gap behind a closed door', () => {
    const closed = { ...given('co-management'), 'registry-ccm': unavailable('denied') };
    expect(parse(coManagementProbe, closed)).toEqual(unavailable('denied'));
  });
});

describe('the client itself', () => {
  it('is not called missing behind a closed door', () => {
    const denied = unavailable('denied');
    expect(parse(configMgrClientProbe, { 'cim-configmgr-client': denied })).toEqual(denied);
  });

  it('is not installed where its namespace is absent', () => {
    const absent = unavailable('absent');
    expect(facts(configMgrClientProbe, { 'cim-configmgr-client': absent })).toEqual({
      installed: 'no',
      version: null,
    });
    expect(facts(configMgrClientProbe, given('configmgr-client')).installed).toBe('yes');
    expect(facts(configMgrClientProbe, { 'cim-configmgr-client': json([]) }).installed).toBe(
      'unknown',
    );
  });
});

describe('the log of shared management', () => {
  it('reads the last merged value', () => {
    expect(facts(coManagementLogProbe, given('co-management-log'))).toEqual({
      mergedFlags: 65,
      mergedAt: '2026-07-16T10:21:44.118',
      problems: [],
    });
  });

  it('lets the later line win', () => {
    const line = capture('comanagementhandler-log-line.txt');
    const both = `${line}\n${line.replace("'65'", "'255'").replace('10:21', '11:21')}`;
    expect(
      facts(coManagementLogProbe, { 'file-co-management-log': ran(both, null) }),
    ).toMatchObject({ mergedFlags: 255, mergedAt: '2026-07-16T11:21:44.118' });
  });

  it('has no value without such a line', () => {
    const other = capture('comanagementhandler-log-line.txt').replace('merged', 'x');
    expect(
      facts(coManagementLogProbe, { 'file-co-management-log': ran(other, null) }).mergedFlags,
    ).toBeNull();
  });
});
