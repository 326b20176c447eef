import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { chassisOf, isVirtual } from '../../../main/probes/machine/hardware';
import { machineProbe } from '../../../main/probes/machine/machine';
import { operatingSystemProbe } from '../../../main/probes/machine/operating-system';
import { servicesProbe } from '../../../main/probes/machine/services';
import { facts, json, parse } from '../support';
import { computer, fixtures } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};

describe('the machine', () => {
  it('reads maker, model, serial and kind', () => {
    expect(facts(machineProbe, given('machine'))).toEqual({
      name: 'PC01',
      manufacturer: 'HP',
      model: 'HP EliteBook 840 G8 Notebook PC',
      serial: '5CG1234ABC',
      firmware: 'T76 Ver. 01.16.00',
      chassis: 'laptop',
      memory: 16861503488,
      domainMember: 'yes',
      domain: 'contoso.com',
      domainRole: 1,
      virtual: 'no',
      systemSku: '5S7L4EA#ABD',
    });
  });

  it('takes no workgroup for a domain', () => {
    const group = computer({ PartOfDomain: false, Domain: 'WORKGROUP' });
    expect(facts(machineProbe, { 'cim-computer-system': group })).toMatchObject({
      domainMember: 'no',
      domain: null,
    });
  });

  it.each([
    'Default string',
    'To be filled by O.E.M.',
    'System Serial Number',
    'None',
    '0000000',
    '',
  ])('takes %s for no serial', (SerialNumber) => {
    const read = facts(machineProbe, {
      ...given('machine'),
      'cim-bios': json([{ SerialNumber }]),
    });
    expect(read.serial).toBeNull();
  });

  it('stands on the computer alone when the rest is silent', () => {
    expect(facts(machineProbe, { 'cim-computer-system': computer() })).toMatchObject({
      serial: null,
      chassis: 'unknown',
    });
    expect(parse(machineProbe, { 'cim-computer-system': json([]) })).toMatchObject({
      kind: 'failed',
    });
  });

  it('knows forms by their numbers', () => {
    expect([[10], [31], [3], [23], [30], [2], []].map(chassisOf)).toEqual([
      'laptop',
      'laptop',
      'desktop',
      'server',
      'tablet',
      'other',
      'unknown',
    ]);
  });

  it('does not guess about virtual hardware', () => {
    expect(isVirtual(null, null)).toBe('unknown');
    expect(isVirtual('Xen', 'HVM domU')).toBe('yes');
    expect(isVirtual('LENOVO', '20XW0027GE')).toBe('no');
  });
});

describe('the operating system', () => {
  it('reads drive, kind and start', () => {
    expect(facts(operatingSystemProbe, given('operating-system'))).toEqual({
      systemDrive: 'C:',
      sku: 4,
      multiSession: 'no',
      startedAt: Date.UTC(2026, 6, 15, 6),
    });
    expect(parse(operatingSystemProbe, { 'cim-operating-system': json([]) })).toMatchObject({
      kind: 'failed',
    });
  });
});

describe('services', () => {
  it('tells running, stopped and missing apart', () => {
    const rows = json([
      { Name: 'w32time', Started: false, StartMode: 'Manual', ExitCode: 1077 },
      { Name: 'Sense', Started: true, StartMode: 'Auto', ExitCode: 0 },
      { Name: 'Odd', Started: true },
      { Name: 'wscsvc', Started: null, StartMode: 'Inconnu' },
    ]);
    const { services } = facts(servicesProbe, { 'cim-services': rows });
    expect(services).toMatchObject({
      w32time: { installed: 'yes', running: 'no', start: 'manual', exitCode: 1077 },
      sense: { installed: 'yes', running: 'yes', start: 'automatic' },
      ccmexec: { installed: 'no', running: 'no', start: 'unknown', exitCode: null },
      wscsvc: { running: 'unknown', start: 'unknown' },
    });
    expect(services).not.toHaveProperty('odd');
  });

  it('does not believe in a Windows without any service', () => {
    expect(parse(servicesProbe, { 'cim-services': json([]) })).toMatchObject({
      kind: 'failed',
      reason: 'not-understood',
    });
  });

  it('calls nothing missing when it was not told', () => {
    const blocked = unavailable('blocked-by-policy');
    expect(parse(servicesProbe, { 'cim-services': blocked })).toEqual(blocked);
  });
});
