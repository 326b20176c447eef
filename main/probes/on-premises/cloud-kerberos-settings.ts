import type { CloudKerberosSettings } from '../../core/facts/on-premises';
import { ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { helloPolicyIn } from '../sign-in/hello-settings';
import { helloGroup, helloGroupUser, helloMdm, policyConflict } from '../sign-in/hello-sources';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';
import { systemPolicies } from '../text/shared-sources';

const lsa = registrySource(
  'registry-lsa-kerberos',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Control\\Lsa\\Kerberos',
);
const retrieval = 'CloudKerberosTicketRetrievalEnabled';

/** Either place turns it on; off is only known when neither does. */
const either = (one: boolean | null, other: boolean | null): boolean | null =>
  one === true || other === true ? true : (one ?? other);

export const cloudKerberosSettingsProbe: Probe<'cloud-kerberos-settings'> = {
  id: 'cloud-kerberos-settings',
  on: ['win32'],
  reads: registryReads(systemPolicies, lsa, helloMdm, helloGroup, helloGroupUser, policyConflict),
  parse: (raws) => {
    const policies = registryOf(raws, systemPolicies, /\\System\\(?!Kerberos)/i);
    const local = registryOf(raws, lsa, /\\Kerberos\\(?!Parameters$)/i);
    if (policies.kind !== 'ok') return policies;
    if (local.kind !== 'ok') return local;
    const retrievalPolicy = policies.value.flag('Kerberos\\Parameters', retrieval);
    const retrievalLsa = local.value.flag('Parameters', retrieval);
    const trust = map(helloPolicyIn(raws), ({ effective }) => triOf(effective.cloudTrust));
    return ok({
      cloudTrust: valueOr<CloudKerberosSettings['cloudTrust'], 'unknown'>(trust, 'unknown'),
      retrievalPolicy,
      retrievalLsa,
      retrieval: triOf(either(retrievalPolicy, retrievalLsa)),
      proxyRealms: policies.value
        .values('Kerberos\\KdcProxy\\ProxyServers')
        .map(({ name }) => name)
        .filter((name) => name !== ''),
    });
  },
};
