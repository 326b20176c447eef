import type { OpenGroup } from '../preload/contract-hand-over';
import { look } from './engine';
import type { Kept } from './inspections';
import type { Diagnosis } from './core/diagnosis';
import type { ProbeId } from './core/facts/index';
import type { Organisation } from './core/organisation';
import type { Capture } from './os/capture/manifest';
import { decode } from './os/decode';
import { toCapture } from './os/record';
import { redactCapture } from './os/redact';
import { createReplay } from './os/replay';
import { probes } from './probes/index';
import type { Look } from './reports/report';

export interface MaskedLook extends Look {
  /** The bytes that the masked diagnosis was read from. */
  capture: Capture;
  /** What a person wrote beside it, masked by what the device told. */
  note: string;
}

const sources = probes.flatMap(({ reads }) => [...reads]);
const budgetMs = 60_000;
const asked = 'organisation-expects';

/**
 * What the organisation expects is masked together with the device, or a device of the right company would
 * read like one of another. The names of the fields are such as are masked everywhere.
 */
const withExpectation = (capture: Capture, { expects }: Organisation): Capture => {
  const file = `${asked}.txt`;
  const told = {
    tenants: expects.tenants.map(({ id, name }) => ({ TenantId: id, TenantName: name })),
    Domain: expects.domains,
  };
  return {
    manifest: {
      ...capture.manifest,
      sources: {
        ...capture.manifest.sources,
        [asked]: { outcome: 'ok', file, ms: 0, exitCode: null },
      },
    },
    files: new Map([...capture.files, [file, new TextEncoder().encode(JSON.stringify(told))]]),
  };
};

/** Takes it out again: it is nothing the device said. */
const expectationIn = (
  capture: Capture,
  organisation: Organisation,
): { capture: Capture; organisation: Organisation } => {
  const told = JSON.parse(new TextDecoder().decode(capture.files.get(`${asked}.txt`))) as {
    tenants: { TenantId: string; TenantName: string | null }[];
    Domain: string[];
  };
  const tenants = told.tenants.map(({ TenantId, TenantName }) => ({
    id: TenantId.toLowerCase(),
    name: TenantName,
  }));
  const { [asked]: _expected, ...rest } = capture.manifest.sources;
  const files = new Map(capture.files);
  files.delete(`${asked}.txt`);
  return {
    capture: { manifest: { ...capture.manifest, sources: rest }, files },
    organisation: {
      ...organisation,
      expects: {
        ...organisation.expects,
        tenants,
        domains: told.Domain.map((domain) => domain.toLowerCase()),
      },
    },
  };
};

/**
 * What is wrong is what was found on the device itself; the masked one only lends its values. So a mask can
 * take evidence away at the worst, and never make or unmake a finding.
 */
const withMaskedValues = (real: Diagnosis, masked: Diagnosis): Diagnosis => {
  const byId = new Map(masked.findings.map((finding) => [finding.id, finding]));
  return {
    ...real,
    subject: { ...real.subject, account: masked.subject.account },
    unrecognised: masked.unrecognised,
    gaps: masked.gaps,
    findings: real.findings.map((finding) => ({
      ...finding,
      evidence: byId.get(finding.id)?.evidence ?? [],
      values: byId.get(finding.id)?.values ?? {},
    })),
  };
};

const nothingRead: Pick<Capture, 'files'> = { files: new Map() };
const written = 'person-wrote';

/** What a person wrote names the same people as the device does, and has to get the same masks. */
const withNote = (capture: Capture, note: string): Capture => {
  const file = `${written}.txt`;
  return {
    manifest: {
      ...capture.manifest,
      sources: {
        ...capture.manifest.sources,
        [written]: { outcome: 'ok', file, ms: 0, exitCode: null },
      },
    },
    // With a mark, so that whatever is written is read as what it is.
    files: new Map([...capture.files, [file, new TextEncoder().encode(`\ufeff${note}`)]]),
  };
};

const noteIn = (capture: Capture): { capture: Capture; note: string } => {
  const { [written]: _note, ...sources } = capture.manifest.sources;
  const files = new Map(capture.files);
  const note = decode(files.get(`${written}.txt`) ?? new Uint8Array()).text;
  files.delete(`${written}.txt`);
  return { capture: { manifest: { ...capture.manifest, sources }, files }, note };
};

/** The same look with names masked, and the very bytes it stands on. */
export const maskedLook = async (
  { snapshot, raws, diagnosis }: Kept,
  open: readonly OpenGroup[],
  said = '',
): Promise<MaskedLook> => {
  const at = { observedAt: new Date(snapshot.observedAt ?? 0), platform: snapshot.platform };
  const whole = toCapture(at, raws);
  const only = Object.keys(snapshot.readings) as ProbeId[];
  // A support code names nobody, and there is nothing behind it to read again.
  if (only.length === 0) {
    const nothing = { manifest: { ...whole.manifest, sources: {} }, ...nothingRead };
    const { note } = noteIn(redactCapture(withNote(nothing, said), sources, open));
    return { snapshot, diagnosis, capture: nothing, note };
  }
  const told = snapshot.organisation ?? null;
  const all = told === null ? whole : withExpectation(whole, told);
  const { capture: masked, note } = noteIn(redactCapture(withNote(all, said), sources, open));
  const { capture, organisation } =
    told === null ? { capture: masked, organisation: null } : expectationIn(masked, told);
  const seen = await look(createReplay(capture), { budgetMs, only, organisation });
  return {
    // When, how and as what kind of user it was read is known from the first look only.
    snapshot: { ...snapshot, who: null, organisation, readings: seen.snapshot.readings },
    diagnosis: withMaskedValues(diagnosis, seen.diagnosis),
    capture,
    note,
  };
};
