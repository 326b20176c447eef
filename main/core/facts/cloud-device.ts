import type { Tri } from '../reading';

/** The directory's object of this device. */
export interface CloudDevice {
  found: 'yes' | 'no';
  enabled: Tri;
  compliant: Tri;
  managed: Tri;
  name: string | null;
  /** As the directory calls it: `AzureAd`, `ServerAd` or `Workplace`. */
  trustType: string | null;
  /** UTC milliseconds; the directory is days late with it. */
  lastSignInAt: number | null;
  registeredAt: number | null;
}

/** What the management service knows; of several records the one that was in touch last. */
export interface CloudManagement {
  records: number;
  name: string | null;
  serial: string | null;
  complianceState: string | null;
  managementState: string | null;
  ownerType: string | null;
  user: string | null;
  lastSyncAt: number | null;
  enrolledAt: number | null;
  certificateEndsAt: number | null;
}

export interface CloudAutopilot {
  records: number;
  groupTag: string | null;
  enrollmentState: string | null;
  user: string | null;
  /** Of the directory's object the record points to. */
  deviceId: string | null;
}

/** Read from the cloud and only when somebody has signed in; by probe id, as all other facts. */
export interface CloudFacts {
  'cloud-device': CloudDevice;
  'cloud-management': CloudManagement;
  'cloud-autopilot': CloudAutopilot;
}
