import iconv from 'iconv-lite';
import type { Snapshot } from '../../main/core/snapshot';
import { ok, unavailable } from '../../main/core/reading';
import type { RawReading } from '../../main/os/port';
import { probes } from '../../main/probes/index';
import { codePageSource } from '../../main/probes/text/raw';
import { relabel } from '../probes/mutate';
import { registry, text } from '../probes/support';
import type { Device } from './corpus';

interface Tongue {
  name: string;
  codePage: string;
  colon: string;
  labels: readonly string[];
}

/** Other words before the same values: how console tools differ from one Windows to the next. */
export const tongues: readonly Tongue[] = [
  {
    name: 'German',
    codePage: '850',
    colon: ': ',
    labels: ['Aktuelle Anmelde-ID ist', 'Gültig für', 'Größe', 'Nächster Schlüssel', 'Zuständig'],
  },
  {
    name: 'French',
    codePage: '850',
    colon: '\u00a0: ',
    labels: ['Contrôleur', 'Dernière réussite', 'Clé demandée', 'Où', 'Élément nº'],
  },
  {
    name: 'Japanese',
    codePage: '932',
    colon: '\uff1a',
    labels: ['現在のログオン', '暗号化の種類', '開始時刻', '最後の同期', '状態'],
  },
  {
    name: 'Polish',
    codePage: '852',
    colon: ': ',
    labels: ['Bieżąca sesja', 'Następny klucz', 'Źródło', 'Ważność', 'Łącze'],
  },
  {
    name: 'Russian',
    codePage: '866',
    colon: ': ',
    labels: ['Текущий вход', 'Состояние', 'Источник времени', 'Ключ', 'Узел'],
  },
  {
    name: 'Chinese',
    codePage: '936',
    colon: '\uff1a',
    labels: ['当前登录', '加密类型', '开始时间', '来源', '状态'],
  },
];

/** Tools that translate their labels. Those of `dsregcmd` and `tpmtool` are English on every Windows. */
const translated: ReadonlySet<string> = new Set([
  'klist',
  'klist-cloud-debug',
  'nltest-dsgetdc',
  'nltest-query',
  'nltest-dsgetsite',
  'cmdkey-list',
  'w32tm-status',
  'command-reagentc',
]);

/** Not one word: a site is a name, and names stay. */
const sentences = /^(The command completed.*|Operation failed.*)$/i;

const swapped = (
  reading: RawReading,
  from: string,
  { labels, colon, codePage }: Tongue,
): RawReading => {
  if (reading.kind !== 'ok') return reading;
  const told = iconv.decode(Buffer.from(reading.value.bytes), from);
  const said = relabel(told, { labels: [...labels], colon, indent: '  ', lineEnd: '\r\n' })
    .split('\r\n')
    .map((line) => (sentences.test(line.trim()) ? (labels[0] ?? '') : line))
    .join('\r\n');
  return ok({ ...reading.value, bytes: iconv.encode(said, `cp${codePage}`) });
};

const oldPage = (device: Device): string => {
  const reading = device.raws.get(codePageSource.key);
  const told = reading?.kind === 'ok' ? Buffer.from(reading.value.bytes).toString('latin1') : '';
  return `cp${/OEMCP +REG_SZ +(\d+)/.exec(told)?.[1] ?? '437'}`;
};

/** The same PC with a Windows in another language: only what its tools print changes. */
export const inTongue = (device: Device, tongue: Tongue): Snapshot => {
  const page = oldPage(device);
  const raws = new Map(
    [...device.raws].map(([key, reading]) => [
      key,
      translated.has(key) ? swapped(reading, page, tongue) : reading,
    ]),
  );
  const keys = { [codePageSource.path]: { OEMCP: text(tongue.codePage) } };
  raws.set(
    codePageSource.key,
    ok({ bytes: Buffer.from(registry('HKLM', keys)), exitCode: 0, ms: 0 }),
  );
  const readings = { ...device.snapshot.readings };
  for (const probe of probes) {
    if (!(probe.id in readings) || !probe.reads.some(({ key }) => translated.has(key))) continue;
    const own = probe.reads.map(
      ({ key }) => [key, raws.get(key) ?? unavailable('not-recorded')] as const,
    );
    Object.assign(readings, { [probe.id]: probe.parse(Object.fromEntries(own)) });
  }
  return { ...device.snapshot, readings };
};
