import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { SheetView } from '../../../preload/contract-batch';
import type { SinceView } from '../../../preload/contract-history';
import type { Page } from '@playwright/test';
import { contentSecurityPolicy, withNonce } from '../../../main/ipc/csp';
import type {
  AppInfo,
  CloudReachView,
  DomainReachView,
  ExplanationView,
  Fieldkit,
  InspectionView,
  NamedReachView,
  Outcome,
  RawText,
  ReadingView,
  RightsOffer,
  SampleView,
  Settings,
} from '../../../preload/contract';
import type {
  BulkView,
  CloudActionView,
  CloudAnswer,
  CloudDeviceView,
  CloudView,
  ForeseenView,
  FoundView,
  MineView,
  RecoveryKeyRow,
  SecretView,
} from '../../../preload/contract-cloud';
import type { ChainView } from '../../../preload/contract-chain';
import type { OrganisationView } from '../../../preload/contract-organisation';

/**
 * A house that plays one scene, for the states a real one passes through too quickly or too rarely to be looked
 * at. The page and its security policy are the built ones; only the answers are staged.
 */
export interface Scene {
  info: AppInfo;
  samples: SampleView[];
  settings: Settings;
  organisation: OrganisationView;
  inspect: Outcome<InspectionView>;
  /** When set, a check stays at this step until it is cancelled, and then ends with `cancelled`. */
  stuckAt: { probe: string | null; done: number; of: number; budgetMs: number } | null;
  cancelled: Outcome<InspectionView>;
  read: Outcome<InspectionView>;
  raw: Outcome<RawText>;
  readings: Outcome<ReadingView[]>;
  since: Outcome<SinceView>;
  rights: RightsOffer;
  /** What the reading with administrator rights gives; it waits for a cancel while null. */
  administrator: Outcome<InspectionView> | null;
  explained: ExplanationView[];
  chain: Outcome<ChainView>;
  domain: Outcome<DomainReachView>;
  cloud: Outcome<CloudReachView>;
  named: Outcome<NamedReachView>;
  servers: Outcome<NamedReachView[]>;
  /** The sheet of a deployment day, whichever is asked for. */
  sheet: Outcome<SheetView>;
  opened: Outcome<InspectionView> | null;
  cloudView: CloudView;
  mine: CloudAnswer<MineView>;
  found: CloudAnswer<FoundView>;
  cloudDevice: CloudAnswer<CloudDeviceView>;
  keys: CloudAnswer<RecoveryKeyRow[]>;
  secret: CloudAnswer<SecretView>;
  foreseen: CloudAnswer<ForeseenView>;
  actions: CloudActionView[];
  bulk: BulkView | null;
  /** From this call on, nobody answers: its name. */
  silentFrom: keyof Fieldkit | null;
}

/** Runs in the page, so it uses nothing from outside. */
const install = (scene: Scene): void => {
  const told = { progress: new Set<(value: never) => void>(), opened: new Set<() => void>() };
  let release: (() => void) | null = null;
  let silent = false;
  let settings = scene.settings;
  const answer = async <T>(name: keyof Fieldkit, value: T): Promise<T> => {
    silent ||= scene.silentFrom === name;
    if (silent) throw new Error('closed');
    return Promise.resolve(value);
  };
  /** What was opened from outside, once somebody asked for it. */
  let arrived: InspectionView | null = null;
  const nothing = { ok: false, code: 'gone' } as const;
  const call = (view: InspectionView | null) => ({
    id: 'call-1',
    number: 1,
    name: '',
    notes: '',
    startedAt: 0,
    view,
    fileGone: false,
    asked: [],
    next: null,
    causes: [],
    fitting: 0,
    leading: null,
    comparison: null,
  });
  const noCloud = { ok: false, code: 'gone', authorityCode: null, requestId: null } as const;
  const fieldkit: Fieldkit = {
    info: () => answer('info', scene.info),
    samples: () => answer('samples', scene.samples),
    organisation: () => answer('organisation', scene.organisation),
    openOrganisation: () => answer('openOrganisation', { ok: true, value: true }),
    settings: () => answer('settings', settings),
    saveSettings: (next) => answer('saveSettings', (settings = next)),
    inspect: async () => {
      const { stuckAt } = scene;
      if (stuckAt === null) return answer('inspect', scene.inspect);
      const wait = new Promise<void>((resolve) => (release = resolve));
      for (const tell of told.progress) tell({ ...stuckAt, elapsedMs: 0 } as never);
      await wait;
      return answer('inspect', scene.cancelled);
    },
    cancel: () => {
      release?.();
      return answer('cancel', true);
    },
    readText: () => answer('readText', scene.read),
    readFile: () => answer('readFile', scene.read),
    raw: () => answer('raw', scene.raw),
    disproof: () => answer('disproof', { ok: true, value: { facts: [], standsOn: [] } }),
    since: () => answer('since', scene.since),
    history: () => answer('history', { kept: 3, most: 20 }),
    wipeHistory: () => answer('wipeHistory', true),
    readings: () => answer('readings', scene.readings),
    rightsOffer: () => answer('rightsOffer', scene.rights),
    readAsAdministrator: async () => {
      const { administrator } = scene;
      if (administrator !== null) return answer('readAsAdministrator', administrator);
      await new Promise<void>((resolve) => (release = resolve));
      return answer('readAsAdministrator', { ok: false, code: 'cancelled' });
    },
    chain: () => answer('chain', scene.chain),
    readiness: () => answer('readiness', { ok: false as const, code: 'gone' as const }),
    explain: () => answer('explain', scene.explained),
    reachDomain: () => answer('reachDomain', scene.domain),
    reachCloud: () => answer('reachCloud', scene.cloud),
    reachNamed: () => answer('reachNamed', scene.named),
    saveReach: () =>
      answer('saveReach', {
        ok: true,
        value: { name: 'fieldkit-reach.csv', where: '/home/fieldkit-reach.csv' },
      }),
    reachServers: () => answer('reachServers', scene.servers),
    cancelReach: () => answer('cancelReach', false),
    guides: () => answer('guides', { ok: true, value: [] }),
    startGuide: () => answer('startGuide', nothing),
    startFix: () => answer('startFix', nothing),
    unfinishedGuides: () => answer('unfinishedGuides', []),
    resumeGuide: () => answer('resumeGuide', nothing),
    guideState: () => answer('guideState', nothing),
    answerGuide: () => answer('answerGuide', nothing),
    guideBack: () => answer('guideBack', nothing),
    skipStep: () => answer('skipStep', nothing),
    stopGuide: () => answer('stopGuide', nothing),
    guideHelped: () => answer('guideHelped', nothing),
    leaveGuide: () => answer('leaveGuide', true),
    viewJournal: () => answer('viewJournal', nothing),
    onGuide: () => () => undefined,
    previewHandOver: () => answer('previewHandOver', nothing),
    saveHandOver: () => answer('saveHandOver', nothing),
    copyHandOver: () => answer('copyHandOver', nothing),
    cloud: () => answer('cloud', scene.cloudView),
    cloudSignIn: () => answer('cloudSignIn', scene.cloudView),
    cloudConfirm: () => answer('cloudConfirm', scene.cloudView),
    cloudCancel: () => answer('cloudCancel', true),
    cloudSignOut: () => answer('cloudSignOut', scene.cloudView),
    cloudLook: () => answer('cloudLook', nothing),
    cloudMine: () => answer('cloudMine', scene.mine),
    cloudFind: () => answer('cloudFind', scene.found),
    cloudDevice: () => answer('cloudDevice', scene.cloudDevice),
    cloudKeys: () => answer('cloudKeys', scene.keys),
    cloudForesee: () => answer('cloudForesee', scene.foreseen),
    cloudAct: () => answer('cloudAct', noCloud),
    cloudActions: () => answer('cloudActions', scene.actions),
    cloudFollow: () => answer('cloudFollow', noCloud),
    cloudSetAside: () => answer('cloudSetAside', noCloud),
    cloudSecret: () => answer('cloudSecret', scene.secret),
    cloudCopySecret: () => answer('cloudCopySecret', true),
    cloudForgetSecret: () => answer('cloudForgetSecret', true),
    cloudBulkStart: () => answer('cloudBulkStart', noCloud),
    cloudBulkResume: () => answer('cloudBulkResume', noCloud),
    cloudBulkStop: () => answer('cloudBulkStop', true),
    cloudBulk: () => answer('cloudBulk', scene.bulk),
    cloudBulkSave: () => answer('cloudBulkSave', nothing),
    batches: () => answer('batches', { places: ['profile'], sheets: [] }),
    createBatch: () => answer('createBatch', scene.sheet),
    openBatch: () => answer('openBatch', scene.sheet),
    takeIntoBatch: () => answer('takeIntoBatch', nothing),
    addToBatch: () => answer('addToBatch', nothing),
    setInBatch: () => answer('setInBatch', nothing),
    batchDevice: () => answer('batchDevice', nothing),
    readIntoBatch: () => answer('readIntoBatch', nothing),
    signInBatch: () => answer('signInBatch', nothing),
    exportBatch: () => answer('exportBatch', nothing),
    onCloud: () => () => undefined,
    onCloudBulk: () => () => undefined,
    waysOut: () =>
      answer('waysOut', { language: null, mail: null, folder: null, put: null, pdf: false }),
    mailHandOver: () => answer('mailHandOver', nothing),
    pdfHandOver: () => answer('pdfHandOver', nothing),
    sendHandOver: () => answer('sendHandOver', nothing),
    outbox: () => answer('outbox', []),
    sendAgain: () => answer('sendAgain', nothing),
    dropFromOutbox: () => answer('dropFromOutbox', false),
    onOutbox: () => () => undefined,
    calls: () => answer('calls', []),
    beginCall: () => answer('beginCall', { ok: true, value: call(null) }),
    writeCall: () => answer('writeCall', nothing),
    attachToCall: () =>
      answer('attachToCall', {
        ok: true,
        value: call(arrived ?? (scene.read.ok ? scene.read.value : null)),
      }),
    answerInCall: () => answer('answerInCall', nothing),
    toldInCall: () => answer('toldInCall', nothing),
    compareInCall: () => answer('compareInCall', nothing),
    guidedInCall: () => answer('guidedInCall', false),
    endCall: () => answer('endCall', true),
    onCheckWanted: () => () => undefined,
    openLink: () => answer('openLink', { ok: true, value: true }),
    takeOpened: () => {
      const { opened } = scene;
      scene.opened = null;
      if (opened?.ok) arrived = opened.value;
      return answer('takeOpened', opened);
    },
    onProgress: (tell) => {
      told.progress.add(tell as (value: never) => void);
      return () => told.progress.delete(tell as (value: never) => void);
    },
    onOpened: (tell) => {
      told.opened.add(tell);
      return () => told.opened.delete(tell);
    },
  };
  Object.defineProperty(window, 'fieldkit', { value: Object.freeze(fieldkit) });
};

const origin = 'http://fieldkit.invalid';
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Opens the built page on a scene. Nothing leaves the browser: every request is answered from the folder. */
export const openScene = async (
  page: Page,
  scene: Scene,
  {
    folder = 'out/renderer',
    reworded = (_path, text) => text,
  }: { folder?: string; reworded?(path: string, text: string): string } = {},
) => {
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path === '/' ? 'index.html' : path.slice(1);
    const text = await readFile(join(folder, file), 'utf8').catch(() => null);
    if (text === null) return route.fulfill({ status: 404 });
    const nonce = 'scene';
    return route.fulfill({
      contentType: types[extname(file)] ?? 'application/octet-stream',
      headers: {
        'content-security-policy': contentSecurityPolicy({ nonce, connect: 'none' }),
      },
      body: reworded(path, withNonce(text, nonce)),
    });
  });
  await page.addInitScript(install, scene);
  await page.goto(`${origin}/`);
};
