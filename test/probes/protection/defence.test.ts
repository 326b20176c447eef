import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { antivirusProductsProbe } from '../../../main/probes/protection/antivirus-products';
import { defenderProbe } from '../../../main/probes/protection/defender';
import { endpointDetectionProbe } from '../../../main/probes/protection/endpoint-detection';
import { firewallProbe } from '../../../main/probes/protection/firewall';
import { dword, facts, json, noKey, parse, ran, registry } from '../support';
import { fixtures } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};

describe('Defender', () => {
  it('reads switches and age', () => {
    expect(facts(defenderProbe, given('defender'))).toEqual({
      service: 'yes',
      realTime: 'no',
      tamperProtected: 'yes',
      signatureAgeDays: 2,
      mode: 'Passive Mode',
    });
  });

  it.each([65_535, 4_294_967_295, null])('knows no age from %s', (AntivirusSignatureAge) => {
    const status = json([{ AntivirusSignatureAge }]);
    expect(facts(defenderProbe, { 'cim-defender': status })).toMatchObject({
      signatureAgeDays: null,
      realTime: 'unknown',
    });
  });

  it('is a gap where the class is missing', () => {
    const absent = unavailable('absent');
    expect(parse(defenderProbe, { 'cim-defender': absent })).toEqual(absent);
  });
});

describe('the firewall', () => {
  const policy = ran(
    registry('HKLM', {
      'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\PublicProfile': { EnableFirewall: dword(1) },
    }),
  );

  it('reads the three profiles', () => {
    expect(facts(firewallProbe, given('firewall')).profiles).toEqual([
      { name: 'domain', on: 'yes', by: 'local' },
      { name: 'private', on: 'yes', by: 'local' },
      { name: 'public', on: 'no', by: 'local' },
    ]);
  });

  it('lets a policy overrule the PC', () => {
    const read = facts(firewallProbe, { ...given('firewall'), 'registry-policy-firewall': policy });
    expect(read.profiles[2]).toEqual({ name: 'public', on: 'yes', by: 'policy' });
  });

  it('leaves open what neither says', () => {
    const read = facts(firewallProbe, {
      'cim-firewall-profiles': unavailable('blocked-by-policy'),
      'registry-policy-firewall': policy,
    });
    expect(read.profiles.map(({ on }) => on)).toEqual(['unknown', 'unknown', 'yes']);
    expect(
      parse(firewallProbe, {
        'cim-firewall-profiles': json([{ Name: 'Domain', Enabled: 2 }]),
        'registry-policy-firewall': noKey,
      }),
    ).toMatchObject({ kind: 'failed' });
  });
});

describe('antivirus products', () => {
  it.each([
    [397_568, 'yes', 'yes'],
    [397_584, 'yes', 'no'],
    [393_472, 'no', 'yes'],
    [401_664, 'no', 'yes'],
    [null, 'unknown', 'unknown'],
  ])('reads the state %s', (productState, on, current) => {
    const products = json([{ displayName: 'Contoso Shield', productState }]);
    expect(facts(antivirusProductsProbe, { 'cim-antivirus-products': products }).products).toEqual([
      { name: 'Contoso Shield', on, current },
    ]);
  });
});

describe('threat detection', () => {
  it('is connected, not connected or not known', () => {
    expect(facts(endpointDetectionProbe, given('endpoint-detection')).onboarded).toBe('yes');
    expect(facts(endpointDetectionProbe, { 'registry-endpoint-detection': noKey }).onboarded).toBe(
      'no',
    );
    const without = ran(
      registry('HKLM', {
        'SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status': { Other: dword(1) },
      }),
    );
    expect(
      facts(endpointDetectionProbe, { 'registry-endpoint-detection': without }).onboarded,
    ).toBe('unknown');
  });
});
