import { describe, expect, it } from 'vitest';
import type { AnyProbe } from '../../main/probes/probe';
import { probes } from '../../main/probes/index';
import { allFixtures } from './all-fixtures';
import { ran, rawsFor } from './support';

const roots = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER', HKU: 'HKEY_USERS' };

/** The probe's fixture, with one more key below a source that exists and may not be read. */
const withClosed = (id: string, source: string, below: string) => {
  const probe = probes.find((entry) => entry.id === id) as AnyProbe;
  const read = probe.reads.find(({ key }) => key === source);
  const given = allFixtures.find((fixture) => fixture.id === id)?.given ?? {};
  const raw = given[source];
  if (read?.kind !== 'registry' || raw?.kind !== 'ok') throw new Error(`${id} ${source}`);
  const key = `${roots[read.hive]}\\${read.path}\\${below}`;
  const text = `${new TextDecoder().decode(raw.value.bytes)}\r\n${key}\r\n    (denied)    REG_DENIED    \r\n`;
  return {
    whole: probe.parse(rawsFor(probe, given)),
    closed: probe.parse(rawsFor(probe, { ...given, [source]: ran(text) })),
  };
};

describe('a key that exists and may not be read', () => {
  it.each([
    ['time-service', 'registry-time-service', 'Security'],
    ['cloud-kerberos-settings', 'registry-lsa-kerberos', 'Domains'],
    ['cloud-kerberos-settings', 'registry-system-policies', 'Audit'],
    ['password-reset-link', 'registry-system-policies', 'Audit'],
    ['join-records', 'registry-cloud-domain-join', 'Other'],
    ['mdm-accounts', 'registry-omadm-accounts', 'x\\Protected'],
    ['co-management', 'registry-ccm', 'Security'],
  ])('costs %s nothing where nobody needs it', (id, source, below) => {
    const { whole, closed } = withClosed(id, source, below);
    expect(whole.kind).toBe('ok');
    expect(closed).toEqual(whole);
  });

  it.each([
    ['time-service', 'registry-time-service', 'Parameters'],
    ['cloud-kerberos-settings', 'registry-lsa-kerberos', 'Parameters'],
    ['cloud-kerberos-settings', 'registry-system-policies', 'Kerberos\\Parameters'],
    ['join-records', 'registry-cloud-domain-join', 'JoinInfo'],
    ['join-records', 'registry-cloud-domain-join', 'TenantInfo'],
    ['co-management', 'registry-ccm', 'CcmExec'],
    ['hello-policy', 'registry-hello-mdm', 'SecurityKey'],
    ['mdm-enrolments', 'registry-enrollments', 'X'],
  ])('is a gap of %s where its values are needed', (id, source, below) => {
    expect(withClosed(id, source, below).closed).toMatchObject({
      kind: 'unavailable',
      why: 'denied',
    });
  });
});
