import type { Enrolments } from '../../core/facts/mdm';
import { ok, triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import { deviceClock, operatingSystemSource } from '../machine/clock';
import type { Probe, Raws } from '../probe';
import { readCertificateRecord } from '../text/certificate-record';
import { valueOr } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { accountsIn } from './accounts';
import { joinedTenants } from './auto-enrolment';
import { enrolmentOf } from './enrolment-entry';
import type { Surroundings } from './enrolment-entry';
import { addressPlausible, channelIsOn } from './enrolment-rules';
import { sameGuid } from './guid';
import {
  cloudJoinKey,
  enrolmentsKey,
  machineCertificatesKey,
  managementAccountsKey,
} from './sources';
import { managementTasksSource, tasksIn } from './tasks';

const named = (ids: (string | null)[] | null, id: string): Tri =>
  triOf(ids?.some((entry) => sameGuid(entry, id)));

/** The store's subkeys are named by thumbprint. */
const hasCertificate = (store: RegistryTree | null, thumbprint: string | null): Tri =>
  triOf(thumbprint === null ? null : store?.has(thumbprint));

const inDate = (store: RegistryTree | null, thumbprint: string | null, now: number | null): Tri => {
  const blob = thumbprint === null ? null : store?.bytes(thumbprint, 'Blob');
  const record = blob ? readCertificateRecord(blob) : null;
  if (record === null) return hasCertificate(store, thumbprint) === 'no' ? 'no' : 'unknown';
  const { validFrom, validTo } = record.certificate;
  return triOf(now === null ? null : Date.parse(validFrom) <= now && now <= Date.parse(validTo));
};

/** What the rest of the PC says about one enrolment. */
const witnessing = (raws: Raws): Surroundings['witnesses'] => {
  const accounts = valueOr(accountsIn(raws), null)?.accounts.map(({ id }) => id) ?? null;
  const tasks = valueOr(tasksIn(raws), null)?.tasks.map(({ enrolmentId }) => enrolmentId) ?? null;
  const store = valueOr(registryOf(raws, machineCertificatesKey), null);
  const now = deviceClock(raws);
  return ({ id, kind, thumbprint, discoveryUrl }) => ({
    account: named(accounts, id),
    tasks: named(tasks, id),
    certificate: hasCertificate(store, thumbprint),
    certificateInDate: inDate(store, thumbprint, now),
    addressPlausible: addressPlausible(kind, discoveryUrl),
  });
};

const factsOf = (tree: RegistryTree, around: Surroundings): Enrolments => {
  const enrolments = tree.children('').flatMap((name) => enrolmentOf(tree, name, around) ?? []);
  const hidden = enrolments.some(({ kind }) => kind === 'unknown');
  return {
    enrolments,
    intune: channelIsOn(enrolments, 'intune'),
    secondChannel: channelIsOn(enrolments, 'second-channel'),
    fake: triOf(enrolments.some(({ kind }) => kind === 'fake')),
    externallyManaged: triOf(tree.flag('', 'ExternallyManaged') ?? (hidden ? null : false)),
    secondChannelFlag: tree.number('', 'MmpcEnrollmentFlag'),
  };
};

export const enrolmentsProbe: Probe<'mdm-enrolments'> = {
  id: 'mdm-enrolments',
  on: ['win32'],
  reads: [
    ...registryReads(enrolmentsKey, managementAccountsKey, machineCertificatesKey, cloudJoinKey),
    managementTasksSource,
    operatingSystemSource,
  ],
  parse: (raws) => {
    const tree = registryOf(raws, enrolmentsKey);
    if (tree.kind !== 'ok') return tree;
    return ok(
      factsOf(tree.value, {
        joinedTenants: valueOr(joinedTenants(raws), null),
        witnesses: witnessing(raws),
      }),
    );
  },
};
