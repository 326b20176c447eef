import type { JoinMethod, ProfileDocument } from '../../core/facts/autopilot';
import { guidOf } from '../mdm/guid';
import { childOf, jsonNumber, jsonText, jsonTri, objectIn } from './json';
import type { Json } from './json';
import { oobeConfigOf } from './oobe-config';

const methods: Record<number, JoinMethod> = { 0: 'entra', 1: 'hybrid' };

export const joinMethodOf = (value: number | null): JoinMethod => methods[value ?? -1] ?? 'unknown';

/** The tenant's domain may stand in a second JSON, written as text inside the first. */
const domainOf = (json: Json): string | null => {
  const inner = objectIn(jsonText(json, 'CloudAssignedAadServerData'));
  const config = inner && childOf(inner, 'ZeroTouchConfig');
  return (
    jsonText(json, 'CloudAssignedTenantDomain') ??
    (config && jsonText(config, 'CloudAssignedTenantDomain'))
  );
};

const timeOf = (text: string | null): number | null => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : at;
};

/** Names every profile has some of, wherever it was kept. */
const isProfile = (json: Json): boolean =>
  Object.keys(json).some((name) => /^(CloudAssigned|Ztd|AutopilotService)/.test(name));

export const readProfile = (text: string | null): ProfileDocument | null => {
  const json = objectIn(text);
  if (json === null || !isProfile(json)) return null;
  return {
    tenantId: guidOf(jsonText(json, 'CloudAssignedTenantId')),
    tenantDomain: domainOf(json),
    profileName: jsonText(json, 'DeploymentProfileName'),
    joinMethod: joinMethodOf(jsonNumber(json, 'CloudAssignedDomainJoinMethod')),
    forcedEnrolment: jsonTri(json, 'CloudAssignedForcedEnrollment'),
    oobe: oobeConfigOf(jsonNumber(json, 'CloudAssignedOobeConfig')),
    deviceNameTemplate: jsonText(json, 'CloudAssignedDeviceName'),
    registrationId: guidOf(jsonText(json, 'ZtdRegistrationId')),
    downloadedAt: timeOf(jsonText(json, 'PolicyDownloadDate')),
    deviceRegistration: jsonNumber(json, 'CloudAssignedDeviceRegistration'),
    statusPage: jsonTri(json, 'CloudAssignedEspEnabled'),
    skipsDomainControllerCheck: jsonTri(json, 'HybridJoinSkipDCConnectivityCheck'),
  };
};
