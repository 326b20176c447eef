import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact } from './evidence';
import { isMember, memberProof, within } from './expected';

const about = {
  link: 'domain-controller',
  severity: 'broken',
  certainty: 'proved',
  owner: 'directory',
  guide: null,
  source: deviceSources.nltest,
  explains: [],
} as const;

const accountGone = 1787;
/** The controller refused this PC: wrong password of the computer, or no account. */
const refusals = new Set([3210, 5721, 5805]);
const week = 7 * 24;

const channelRule = (id: string, fits: (number: number) => boolean): Rule => ({
  ...about,
  id,
  explains: ['secure-channel-refused-before', 'kerberos-ticket-missing', 'drives-unreachable'],
  when: (snapshot) => {
    const channel = valueOf(snapshot, 'secure-channel');
    const status = channel?.status;
    if (channel?.state !== 'broken' || !status || !fits(status.number) || !isMember(snapshot))
      return null;
    return {
      codes: [String(status.number)],
      evidence: [
        fact('secure-channel', 'status', `${String(status.number)} ${status.symbol}`),
        ...memberProof(snapshot),
      ],
      values: { code: status.number },
    };
  },
});

export const secureChannelRules: readonly Rule[] = [
  channelRule('secure-channel-broken', (number) => number !== accountGone),
  channelRule('computer-account-gone', (number) => number === accountGone),
  {
    ...about,
    id: 'secure-channel-refused-before',
    severity: 'attention',
    certainty: 'likely',
    when: (snapshot) => {
      const channel = valueOf(snapshot, 'secure-channel');
      if (!channel || channel.state === 'healthy' || !isMember(snapshot)) return null;
      const refused = within(snapshot, week, channel.complaints ?? []).filter(({ id }) =>
        refusals.has(id),
      );
      if (refused.length < 2) return null;
      return {
        evidence: refused
          .slice(0, 3)
          .map(({ id }) => fact('secure-channel', 'event', id))
          .concat(memberProof(snapshot)),
        values: { count: refused.length },
      };
    },
  },
];
