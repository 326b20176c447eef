import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guided } from '../../main/core/rules/guides';
import { rules } from '../../main/core/rules/index';
import { guides } from '../../main/guides/library/index';
import { repairById } from '../../main/repairs/index';

const wordsOf = (language: string, file: string) =>
  Object.entries(
    JSON.parse(readFileSync(`strings/${language}/${file}.json`, 'utf8')) as Record<string, string>,
  );

/** What an end user would have to look up. */
const jargon =
  /\b(?:PRT|TPM|MDM|DNS|DHCP|KDC|LDAP|SMB|TGT|UPN|GPO|LAPS|WAM|ESP|OOBE|WinRE|dsregcmd|reagentc|Intune|Entra|Autopilot|Kerberos|proxy|tenant|token|registry|enrol\w*|provision\w*|compliance|attest\w*|escrow\w*|hybrid\w*|Mandant\w*|Registrierung\w*|Bereitstellung\w*|Domänencontroller\w*|domain controller\w*)\b/iu;

describe.each(['en', 'de'])('what an end user reads in a guide (%s)', (language) => {
  it('needs no dictionary', () => {
    const spoken = wordsOf(language, 'guides-user');
    expect(spoken.length).toBeGreaterThan(400);
    expect(spoken.filter(([, text]) => jargon.test(text))).toEqual([]);
  });

  it('keeps to short sentences', () => {
    const long = wordsOf(language, 'guides-user').filter(([, text]) =>
      text.split(/[.?!:]\s/u).some((sentence) => sentence.split(/\s+/u).length > 25),
    );
    expect(long).toEqual([]);
  });
});

const consequence = {
  en: /\b(?:gone|go|goes|removes?|lost)\b/iu,
  de: /\b(?:weg|geht|gehen|entfernt|verloren)\b/iu,
};

describe.each(['en', 'de'] as const)('destructive steps (%s)', (language) => {
  const known = Object.fromEntries([
    ...wordsOf(language, 'guides-user'),
    ...wordsOf(language, 'guides-technician'),
  ]) as Record<string, string>;
  const steps = guides.flatMap((guide) =>
    guide.steps
      .filter(
        (step) =>
          step.kind === 'confirm' ||
          (step.kind === 'act' && repairById(step.repair)?.risk === 'destructive'),
      )
      .map((step) => `guide.${guide.id}.${step.id}.title`),
  );

  it('are there, and name their consequence in the first line', () => {
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.filter((key) => !consequence[language].test(known[key] ?? ''))).toEqual([]);
  });
});

describe('guides and what they lean on', () => {
  it('run only repairs that exist, in a seat where the repair may run', () => {
    const wrong = guides.flatMap(({ id, seats, steps }) =>
      steps.flatMap((step) => {
        if (step.kind !== 'act') return [];
        const allowed = repairById(step.repair)?.seats ?? [];
        const hands = seats.filter((seat) => seat !== 'guide-a-call');
        return hands.every((seat) => allowed.includes(seat)) ? [] : [`${id} ${step.repair}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('are pointed to by findings that exist', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect([...guided.keys()].filter((id) => !ids.has(id))).toEqual([]);
    expect(rules.filter(({ guide }) => guide !== null).length).toBeGreaterThan(60);
  });

  it('ask before whatever cannot be undone', () => {
    const unasked = guides.flatMap(({ id, steps }) =>
      steps.flatMap((step, at) =>
        step.kind === 'act' &&
        repairById(step.repair)?.risk === 'destructive' &&
        steps[at - 1]?.kind !== 'confirm'
          ? [`${id} ${step.id}`]
          : [],
      ),
    );
    expect(unasked).toEqual([]);
  });

  it('cover both kinds of reader', () => {
    expect(guides.filter(({ seats }) => seats.includes('guide-a-call')).length).toBe(15);
    expect(guides.filter(({ seats }) => seats[0] === 'deployment').length).toBe(11);
  });
});
