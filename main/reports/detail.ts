import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Certainty, Owner, Severity } from '../core/finding';
import { decodeSupportCode, type SupportCode } from '../core/support-code/code';
import { numberedFindings } from '../core/support-code/numbers';
import type { Report } from './report';

/** What such a text begins with, so that it is known for what it is wherever it is pasted. */
export const detailMark = 'FK1:';
/** More makes the pattern too fine for a screen filmed by a phone. */
const most = { findings: 24, gaps: 40, codes: 12 } as const;
/** A real one is under 4 KiB; whatever swells beyond this was made to. */
const mostBytes = 64 * 1024;
const mostCharacters = 4_000;

const severities: readonly Severity[] = ['broken', 'attention', 'notice'];
const certainties: readonly Certainty[] = ['proved', 'likely', 'possible'];
const owners: readonly Owner[] = ['user', 'technician', 'network', 'directory', 'tenant', 'vendor'];

const short = z.string().max(80);
const nr = z.int().min(0);
/** Numbers of findings as in the support code; ids of probes as they are. */
const shape = z.strictObject({
  c: z.string().max(40),
  v: short,
  t: z.int().nullable(),
  f: z.array(z.tuple([nr, nr.max(2), nr.max(2), nr.max(5), z.int().min(-1)])).max(most.findings),
  k: z.array(z.tuple([short, short])).max(most.codes),
  g: z.array(z.tuple([short, short])).max(most.gaps),
});

export interface DetailFinding {
  id: string | null;
  number: number;
  severity: Severity;
  certainty: Certainty;
  owner: Owner;
  /** The finding it comes from, or null. */
  causedBy: string | null;
}

export interface Detail {
  code: SupportCode;
  version: string;
  observedAt: number | null;
  findings: DetailFinding[];
  codes: { code: string; field: string }[];
  gaps: { probe: string; why: string }[];
}

/** More than fits in a code that is read out, and still nothing that names anybody. */
export const detailText = ({ supportCode, version, diagnosis }: Report): string => {
  const numbered = diagnosis.findings.filter(({ id }) => numberedFindings.includes(id));
  const content: z.infer<typeof shape> = {
    c: supportCode,
    v: version,
    t: diagnosis.observedAt,
    f: numbered
      .slice(0, most.findings)
      .map(({ id, severity, certainty, owner, causedBy }) => [
        numberedFindings.indexOf(id),
        severities.indexOf(severity),
        certainties.indexOf(certainty),
        owners.indexOf(owner),
        causedBy === null ? -1 : numberedFindings.indexOf(causedBy),
      ]),
    k: diagnosis.codes.slice(0, most.codes).map(({ code, field }) => [code, field.slice(0, 80)]),
    g: diagnosis.gaps.slice(0, most.gaps).map(({ probe, why }) => [probe, why]),
  };
  return detailMark + deflateRawSync(JSON.stringify(content), { level: 9 }).toString('base64url');
};

export type ReadDetail = { ok: true; detail: Detail } | { ok: false };

const contentOf = (text: string): unknown => {
  try {
    const bytes = Buffer.from(text.trim().slice(detailMark.length), 'base64url');
    return JSON.parse(inflateRawSync(bytes, { maxOutputLength: mostBytes }).toString('utf8'));
  } catch {
    return null;
  }
};

export const isDetail = (text: string): boolean => text.trimStart().startsWith(detailMark);

/** Somebody else's text: nothing in it is believed before it fits the shape. */
export const readDetail = (text: string): ReadDetail => {
  if (!isDetail(text) || text.length > mostCharacters) return { ok: false };
  const content = shape.safeParse(contentOf(text));
  if (!content.success) return { ok: false };
  const { c, v, t, f, k, g } = content.data;
  const code = decodeSupportCode(c);
  if (!code.ok) return { ok: false };
  return {
    ok: true,
    detail: {
      code: code.code,
      version: v,
      observedAt: t,
      findings: f.map(([number, severity, certainty, owner, cause]) => ({
        id: numberedFindings[number] ?? null,
        number,
        severity: severities[severity] ?? 'attention',
        certainty: certainties[certainty] ?? 'possible',
        owner: owners[owner] ?? 'technician',
        causedBy: numberedFindings[cause] ?? null,
      })),
      codes: k.map(([one, field]) => ({ code: one, field })),
      gaps: g.map(([probe, why]) => ({ probe, why })),
    },
  };
};
