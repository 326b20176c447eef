import type { Fixture } from '../fixture';
import { json } from '../support';

export const product = (status: unknown, reason = 0x4004f040) => ({
  Name: 'Windows(R), Enterprise edition',
  LicenseStatus: status,
  LicenseStatusReason: reason,
  PartialProductKey: '3V66T',
  GracePeriodRemaining: 0,
});

export const fixtures: readonly Fixture[] = [
  { id: 'licence', origin: 'documented-shape', given: { 'cim-licence': json([product(1)]) } },
];
