import { companyDomain } from '../core/sign-in-chain';
import { inspect } from '../inspector/inspect';
import { probes } from '../probes/index';
import { openTarget, type Target } from './target';

const budgetMs = 10_000;
const tellers = [
  'device-registration',
  'domain-membership',
  'domain-controller',
  'kerberos-tickets',
];

/** The company's domain as the device itself knows it; null where it names none. */
export const deviceDomain = async (target: Target, signal: AbortSignal): Promise<string | null> => {
  const opened = await openTarget(target);
  if (!opened.ok) throw opened.problem;
  const { snapshot } = await inspect(opened.os, probes, { budgetMs, signal, only: tellers });
  return companyDomain(snapshot);
};
