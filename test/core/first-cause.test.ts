import { describe, expect, it } from 'vitest';
import { firstCauseOf } from '../../main/core/first-cause';
import type { Certainty, Finding, Link } from '../../main/core/finding';
import type { StopState } from '../../main/core/line-map';
import { diagnoseOutput } from './make';

const root = (link: Link, certainty: Certainty): Finding => ({
  id: 'root',
  link,
  severity: 'broken',
  certainty,
  owner: 'user',
  evidence: [],
  codes: [],
  values: {},
  causedBy: null,
  guide: null,
  source: '',
});

const line = (stops: Partial<Record<Link, StopState>>) =>
  Object.entries(stops).map(([link, state]) => ({ link: link as Link, state, finding: null }));

describe('that a cause comes first', () => {
  it('is proved when all before it was seen', () => {
    const seen = line({ internet: 'ok', 'entra-reachable': 'ok', 'device-registration': 'ok' });
    expect(firstCauseOf(root('prt', 'proved'), seen)).toEqual({ certainty: 'proved', unread: [] });
  });

  it('is only likely while something it stands on is unread, and that is named', () => {
    const seen = line({ internet: 'unknown', 'device-registration': 'ok', prt: 'broken' });
    expect(firstCauseOf(root('prt', 'proved'), seen)).toEqual({
      certainty: 'likely',
      unread: ['internet'],
    });
  });

  it('is never made surer', () => {
    const seen = line({ internet: 'unknown' });
    expect(firstCauseOf(root('prt', 'possible'), seen)?.certainty).toBe('possible');
    expect(firstCauseOf(root('prt', 'likely'), seen)?.certainty).toBe('likely');
  });

  it('does not ask for what is not needed here, comes after it, or stands on another branch', () => {
    const seen = line({
      'domain-controller': 'not-needed',
      mdm: 'unknown',
      recovery: 'unknown',
      prt: 'broken',
    });
    expect(firstCauseOf(root('prt', 'proved'), seen)?.unread).toEqual([]);
  });

  it('takes an answer of the cloud as proof of the way to it', () => {
    const seen = line({ internet: 'unknown', 'device-accepted': 'ok', prt: 'broken' });
    expect(firstCauseOf(root('prt', 'proved'), seen)?.unread).toEqual([]);
  });

  it('is not claimed without a cause', () => {
    expect(firstCauseOf(undefined, [])).toBeNull();
    expect(diagnoseOutput().firstCause).toBeNull();
  });
});
