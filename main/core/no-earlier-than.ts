import type { Registration } from './facts/registration';

/**
 * A pasted text does not say when it was printed, only what had happened by then: its newest time that
 * cannot lie ahead. Whatever had run out before that, had run out.
 */
export const noEarlierThan = (registration: Registration): number | null => {
  const { entraPrt, enterprisePrt, preJoin, deviceKey, workAccounts } = registration;
  const past = [
    entraPrt.updatedAt,
    entraPrt.failure?.at,
    enterprisePrt.updatedAt,
    enterprisePrt.failure?.at,
    preJoin?.clientTime,
    preJoin?.previousAttempt,
    deviceKey.certificate?.from,
    ...workAccounts.map(({ certificate }) => certificate?.from),
  ].filter((time): time is number => typeof time === 'number');
  return past.length > 0 ? Math.max(...past) : null;
};
