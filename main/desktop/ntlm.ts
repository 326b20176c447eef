import type { Session } from 'electron';

/** By default Chromium signs in to servers it takes for local ones, and so hands out a password hash. */
export const denyIntegratedSignIn = (
  session: Pick<Session, 'allowNTLMCredentialsForDomains'>,
): void => {
  session.allowNTLMCredentialsForDomains('');
};
