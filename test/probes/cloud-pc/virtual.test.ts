import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import type { RawReading } from '../../../main/os/port';
import { sessionHostAgentProbe } from '../../../main/probes/cloud-pc/session-host-agent';
import { virtualDesktopProbe } from '../../../main/probes/cloud-pc/virtual-desktop';
import { computer } from '../machine/fixtures';
import { clock, services } from '../mdm/fixtures';
import { facts, json, noKey, parse } from '../support';
import { fixtures, vendor } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const plain: Record<string, RawReading> = {
  'registry-software-microsoft': vendor(),
  'cim-services': services(),
  'cim-computer-system': computer(),
  'cim-operating-system': clock,
};
const read = (change: Record<string, RawReading>) =>
  facts(virtualDesktopProbe, { ...plain, ...change });
const virtual = computer({ Manufacturer: 'Microsoft Corporation', Model: 'Virtual Machine' });

describe('what kind of PC this is', () => {
  it('is a Cloud PC by key and service together', () => {
    expect(facts(virtualDesktopProbe, given('virtual-desktop'))).toEqual({
      kind: 'cloud-pc',
      cloudPc: 'yes',
      sessionHost: 'yes',
      virtual: 'yes',
      signs: {
        'windows-365-key': 'yes',
        'cloud-pc-extension': 'yes',
        'cloud-pc-model': 'no',
        'session-host-agent': 'yes',
        'multi-session-edition': 'no',
        'cloud-pc-name': 'yes',
        'virtual-hardware': 'yes',
      },
    });
  });

  it('is no Cloud PC by the key alone, which the client app leaves as well', () => {
    expect(read({ 'registry-software-microsoft': vendor('Windows365') })).toMatchObject({
      kind: 'physical',
      cloudPc: 'no',
    });
  });

  it('is a virtual desktop host by its agent', () => {
    const host = {
      'registry-software-microsoft': vendor('RDInfraAgent'),
      'cim-computer-system': virtual,
    };
    expect(read(host).kind).toBe('session-host');
    const multi = json([{ SystemDrive: 'C:', OperatingSystemSKU: 175 }]);
    expect(read({ ...host, 'cim-operating-system': multi }).kind).toBe('multi-session-host');
  });

  it.each([
    [virtual, 'virtual-machine'],
    [computer({ Manufacturer: 'VMware, Inc.', Model: 'VMware20,1' }), 'virtual-machine'],
    [computer({ Manufacturer: 'QEMU', Model: 'Standard PC' }), 'virtual-machine'],
    [computer(), 'physical'],
    [computer({ Manufacturer: 'Microsoft Corporation', Model: 'Surface Pro 9' }), 'physical'],
  ])('goes by maker and model %#', (hardware, kind) => {
    expect(read({ 'cim-computer-system': hardware }).kind).toBe(kind);
  });

  it('is unknown where a witness is missing that could turn it round', () => {
    const deaf = { 'cim-services': unavailable('blocked-by-policy') };
    const windows365 = { 'registry-software-microsoft': vendor('Windows365') };
    expect(read({ ...deaf, ...windows365, 'cim-computer-system': virtual }).kind).toBe('unknown');
    expect(read({ 'cim-computer-system': unavailable('denied') }).kind).toBe('unknown');
  });
});

describe('the agent of a virtual desktop', () => {
  it('is installed, with the state of its services', () => {
    expect(facts(sessionHostAgentProbe, given('session-host-agent'))).toEqual({
      installed: 'yes',
      services: [
        { name: 'RDAgentBootLoader', running: 'yes' },
        { name: 'TermService', running: 'yes' },
      ],
    });
  });

  it('is missing only when key and service are', () => {
    const without = { 'registry-software-microsoft': vendor(), 'cim-services': services() };
    expect(facts(sessionHostAgentProbe, without).installed).toBe('no');
    const half = { ...without, 'cim-services': unavailable('blocked-by-policy') };
    expect(facts(sessionHostAgentProbe, half).installed).toBe('unknown');
    const odd = { ...without, 'registry-software-microsoft': noKey };
    expect(facts(sessionHostAgentProbe, odd).installed).toBe('unknown');
  });

  it('never asks for the key that may hold a token', () => {
    const asked = [...sessionHostAgentProbe.reads, ...virtualDesktopProbe.reads];
    expect(JSON.stringify(asked)).not.toContain('RDInfraAgent');
    const agent = asked.filter((source) => source.key === 'registry-software-microsoft');
    expect(agent.every((source) => source.kind === 'registry' && !source.recurse)).toBe(true);
  });

  it('is a gap when nothing may be asked', () => {
    const denied = unavailable('denied');
    expect(
      parse(sessionHostAgentProbe, {
        'registry-software-microsoft': denied,
        'cim-services': denied,
      }),
    ).toEqual(denied);
  });
});
