import { dirname, join } from 'node:path';
import type { InspectionView, Outcome, Target } from '../preload/contract';
import type { SinceView } from '../preload/contract-history';
import { version } from '../package.json';
import type { House } from './house';
import type { HouseOptions } from './house-options';
import { sheetsFor } from './batch-look';
import { chainView } from './chain-view';
import { createCloudHouse } from './cloud-seat';
import { wordsFor } from './browser/words';
import { landingPages } from './cloud/landing';
import { nodeDoor } from './cloud/node-door';
import type { CloudDoor } from './cloud/seat/sign';
import { readAsAdministrator } from './admin-reading';
import { explain, judge, look, ordinaryCount } from './engine';
import { createGuiding } from './guiding';
import { createLeaving } from './leaving';
import { createHistory, mostKept, type Since } from './history';
import { createInspections } from './inspections';
import { openCaptureBytes } from './os/capture/open';
import { decode, looksBinary } from './os/decode';
import { noElevator } from './os/elevate';
import { createLive } from './os/live';
import type { Os } from './os/port';
import { createReplay } from './os/replay';
import { defaultSettingsPath } from './os/settings-file';
import { ok } from './core/reading';
import type { Snapshot } from './core/snapshot';
import { parseRegistration } from './probes/join/dsregcmd/parse';
import { loadOrganisation, mayRepair, organisationPlaces } from './organisation/load';
import { organisationAddress, organisationView } from './organisation/view';
import { createOffline } from './offline';
import { createReach } from './reach';
import { readiness } from './readiness';
import { createElevate } from './repair-elevation';
import { listSamples, openPractice, openSample } from './samples';
import { saveToDownloads } from './save';
import { createSettings } from './settings';
import { looksLikeCode, readCode } from './spoken';
import { createTurns } from './turns';

export type { HouseOptions };

/** Pre-join tests of an elevated run alone take minutes; a person can stop at any moment. */
const budgetMs = 120_000;
const mostTextBytes = 8 * 1024 * 1024;
/** The key under which pasted text is kept as evidence: the same as a recorded one's. */
const textSource = 'dsregcmd-status';
const codeSource = 'support-code';

/** Builds the services once and offers them as the contract. */
export const createHouse = (options: HouseOptions): House => {
  const platform = options.platform ?? process.platform;
  const inspections = createInspections();
  const settingsPath = options.settingsPath ?? defaultSettingsPath();
  const settings = createSettings(settingsPath);
  const organisationNow = () =>
    options.organisation ?? loadOrganisation(organisationPlaces(undefined));
  const organisation = organisationNow();
  const offline = createOffline({
    asked: options.offline ?? false,
    organisation: organisationNow,
    setting: async () => (await settings.get()).offline,
  });
  const reach = createReach(offline.wire);
  const history = createHistory(
    join(dirname(settingsPath), 'history'),
    async () => (await settings.get()).history,
  );
  const save = options.save ?? saveToDownloads;
  const copy = options.copy ?? (() => Promise.resolve(false));
  const languages = options.languages ?? [Intl.DateTimeFormat().resolvedOptions().locale];
  const cloudDoor: CloudDoor = {
    ...nodeDoor,
    pages: () => landingPages(wordsFor(languages)),
    ...options.cloud,
  };
  const cloud = createCloudHouse({
    inspections,
    save,
    copy,
    folder: join(dirname(settingsPath), 'cloud'),
    settings: async () => (await organisation).organisation?.signIn ?? null,
    door: {
      ...cloudDoor,
      fetch: offline.guarded(cloudDoor.fetch),
      closed: offline.because,
    },
    changed: (sign) => options.tell('cloud.changed', sign),
    bulkTold: (bulk) => options.tell('cloud.bulk', bulk),
  });
  const elevator =
    platform === 'win32'
      ? (options.elevator ?? noElevator('not-this-door'))
      : noElevator('not-windows');
  const { alone, cancel } = createTurns();

  const openTarget = async (target: Target): Promise<Outcome<Os>> => {
    if (target.kind === 'this-device')
      return platform === 'win32'
        ? {
            ok: true,
            value: createLive({
              ...(options.ownProgram === undefined ? {} : { ownProgram: options.ownProgram }),
            }),
          }
        : { ok: false, code: 'not-windows' };
    const sample = await openSample(target.id);
    return sample ? { ok: true, value: sample } : { ok: false, code: 'unknown-sample' };
  };

  const guiding = createGuiding({
    folder: join(dirname(settingsPath), 'guides'),
    // Guides act, and a sample is practised on.
    openDevice: async (target) => {
      if (target.kind === 'this-device') return openTarget(target);
      const practice = await openPractice(target.id, target.ending);
      return practice ? { ok: true, value: practice } : { ok: false, code: 'unknown-sample' };
    },
    looked: (inspection) => inspections.looked(inspection),
    // Read anew before each act: what was allowed when the guide began may be forbidden now.
    allowed: async (repair) => mayRepair(await organisationNow(), repair),
    elevate: createElevate(elevator),
    changed: (run) => options.tell('guide.changed', run),
  });

  const inspectMachine = (
    os: Os,
    origin: InspectionView['origin'],
    label: string | null,
    target?: Target,
    masked: InspectionView['masked'] = null,
  ): Promise<Outcome<InspectionView>> =>
    alone(async (signal) => {
      const progress = (probe: string | null, done: number, elapsedMs: number) => {
        options.tell('inspect.progress', {
          probe,
          done,
          of: ordinaryCount,
          elapsedMs,
          budgetMs,
        });
      };
      progress(null, 0, 0);
      const { diagnosis, snapshot, raws } = await look(os, {
        // A sample belongs to nobody's organisation, and what was opened carries no claim to be of this one.
        organisation: origin === 'this-device' ? (await organisation).organisation : null,
        budgetMs,
        signal,
        onReading: (landed) => {
          progress(landed.probe, landed.done, landed.elapsedMs);
        },
      });
      // A look that was broken off would show everything unread as changed.
      if (origin === 'this-device' && !signal.aborted) await history.keep({ snapshot, diagnosis });
      const { kind, platform: on } = os;
      const observedAt = snapshot.observedAt === null ? null : new Date(snapshot.observedAt);
      const seen = origin === 'this-device' ? { seen: { kind, platform: on, observedAt } } : {};
      const again = target === undefined ? {} : { target };
      const view = inspections.keep({
        origin,
        label,
        diagnosis,
        snapshot,
        raws,
        machine: os,
        masked,
        ...seen,
        ...again,
      });
      return { ok: true, value: view };
    });

  const batch = sheetsFor(options, settingsPath, { alone, openTarget, inspections, organisation });

  const readMore = (inspection: string): Promise<Outcome<InspectionView>> =>
    alone(async (signal) => {
      const kept = inspections.seen(inspection);
      if (kept === null) return { ok: false, code: 'gone' };
      const { seen, label } = kept;
      const read = await readAsAdministrator(
        elevator,
        seen,
        (await organisation).organisation,
        signal,
      );
      if (!read.ok) return read;
      const origin = 'this-device';
      const target = { kind: origin } as const;
      const view = { ...read.value, origin, label, seen: seen.os, target } as const;
      return { ok: true, value: inspections.keep(view) };
    });

  /** A support code, or the text behind its picture. */
  const readSpoken = async (
    text: string,
    label: string | null,
  ): Promise<Outcome<InspectionView>> => {
    const read = await readCode(text);
    if (!read.ok) return read;
    const snapshot: Snapshot = {
      observedAt: read.value.diagnosis.observedAt,
      origin: 'text',
      platform: 'win32',
      readings: {},
    };
    const raws = new Map([
      [codeSource, ok({ bytes: new TextEncoder().encode(text), exitCode: null, ms: 0 })],
    ]);
    return {
      ok: true,
      value: inspections.keep({ origin: 'code', label, ...read.value, snapshot, raws }),
    };
  };

  const readText = async (
    bytes: Uint8Array,
    label: string | null,
  ): Promise<Outcome<InspectionView>> => {
    if (bytes.length > mostTextBytes) return { ok: false, code: 'too-large' };
    if (looksBinary(bytes)) return { ok: false, code: 'binary' };
    const { text } = decode(bytes);
    if (text.trim() === '') return { ok: false, code: 'empty' };
    const reading = parseRegistration(text);
    if (reading.kind !== 'ok')
      return looksLikeCode(text) ? readSpoken(text, label) : { ok: false, code: 'not-dsregcmd' };
    const snapshot: Snapshot = {
      observedAt: null,
      origin: 'text',
      platform: 'win32',
      readings: { 'device-registration': reading },
    };
    const diagnosis = await judge(snapshot);
    const raws = new Map([[textSource, ok({ bytes, exitCode: null, ms: 0 })]]);
    return {
      ok: true,
      value: inspections.keep({ origin: 'text', label, diagnosis, snapshot, raws }),
    };
  };

  const leaving = createLeaving({
    folder: dirname(settingsPath),
    inspections,
    door: {
      version,
      now: Date.now,
      save,
      copy,
      mail: options.mail ?? null,
      pdf: options.pdf ?? null,
    },
    put: options.put ?? null,
    held: offline.held,
    organisation: organisationNow,
    readText: (text) => readText(new TextEncoder().encode(text), null),
    changed: (sending) => options.tell('outbox.changed', sending),
  });

  return {
    'app.info': async () => {
      const because = await offline.because();
      return {
        version,
        door: options.door,
        platform,
        canInspectThisDevice: platform === 'win32',
        languages: [...languages],
        offline: because === 'setting' ? null : because,
        doorReason: options.doorReason ?? null,
      };
    },
    'samples.list': listSamples,
    'inspect.start': async (target) => {
      const os = await openTarget(target);
      if (!os.ok) return os;
      return target.kind === 'sample'
        ? inspectMachine(os.value, 'capture', target.id, target)
        : inspectMachine(os.value, 'this-device', null, target);
    },
    'inspect.cancel': cancel,
    'read.text': (text) => readText(new TextEncoder().encode(text), null),
    'read.file': async (name, base64) => {
      const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
      const capture = await openCaptureBytes(bytes);
      if (capture.ok) {
        const { redacted, masked } = capture.value.manifest;
        const told = masked ?? (redacted === true ? [] : null);
        return inspectMachine(createReplay(capture.value), 'capture', name, undefined, told);
      }
      // A file that is no archive at all is a text somebody saved.
      return capture.code === 'not-a-capture' && !isArchive(bytes)
        ? readText(bytes, name)
        : { ok: false, code: capture.code };
    },
    // Only the window can be opened with a file; its door puts its own answer here.
    'opened.take': () => null,
    'evidence.raw': (inspection, source) => inspections.raw(inspection, source),
    'evidence.disproof': (inspection, finding) => inspections.disproof(inspection, finding),
    'readings.list': (inspection) => inspections.readings(inspection),
    'chain.of': (inspection) => {
      const found = inspections.find(inspection);
      if (found === null) return { ok: false, code: 'gone' };
      return { ok: true, value: chainView(found.snapshot, found.diagnosis.findings) };
    },
    'readiness.of': async (inspection) => {
      const found = inspections.found(inspection);
      return found === null
        ? { ok: false, code: 'gone' }
        : { ok: true, value: await readiness(found, (await organisation).organisation) };
    },
    'history.since': async (inspection) => {
      const found = inspections.find(inspection);
      return found === null
        ? { ok: false, code: 'gone' }
        : { ok: true, value: sinceView(await history.since(found)) };
    },
    'history.state': async () => ({ kept: (await history.names()).length, most: mostKept }),
    'history.wipe': () => history.wipe(),
    'rights.offer': () => elevator.offer(),
    'rights.read': readMore,
    'codes.explain': (asked, area) => explain(asked, area),
    'reach.domain': (domain) => reach.domain(domain),
    'reach.endpoints': (purposes) => reach.endpoints(purposes),
    'reach.named': (typed, printer) => reach.named(typed, printer),
    'reach.servers': async () => reach.servers((await organisation).organisation?.servers ?? []),
    'reach.save': (format) => reach.save(format, save),
    'reach.cancel': () => reach.cancel(),
    ...batch,
    ...guiding,
    ...cloud,
    ...leaving,
    'link.open': (id) => options.openLink(id),
    'organisation.get': async () => organisationView(await organisation),
    'organisation.open': async (what) => {
      const address = organisationAddress(await organisation, what);
      const opened = address !== null && (await options.openAddress?.(address));
      return opened === true ? { ok: true, value: true } : { ok: false, code: 'cannot-open' };
    },
    'settings.get': () => settings.get(),
    'settings.set': (wanted) => settings.set(wanted),
  };
};

/** The earlier look itself stays in main. */
const sinceView = (since: Since): SinceView =>
  since.kind === 'changed'
    ? { kind: since.kind, at: since.at, comparison: since.comparison }
    : since;

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
