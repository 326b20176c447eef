import type { HandOverForm } from '../../preload/contract-hand-over';
import type { Words } from '../../strings/index';
import type { Capture } from '../os/capture/manifest';
import { manifestName } from '../os/capture/manifest';
import { zipOf, type BundleFile } from './bundle';
import { detailText } from './detail';
import { reportDocument } from './html/document';
import { toJson } from './json';
import type { Report } from './report';
import { ticketText } from './ticket';

export interface Made {
  report: Report;
  words: Words;
  /** The evidence, masked as the report is. */
  capture: Capture;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** By the second and without colons, so that it is a file name everywhere. */
const stamp = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');

const nameOf = ({ madeAt, masked }: Report, ending: string): string =>
  `fieldkit-${stamp(madeAt)}${masked.includes('names') ? '' : '-named'}.${ending}`;

export const reportJson = (report: Report, words: Words) => ({
  ...toJson(report.diagnosis, words),
  report: {
    version: report.version,
    madeAt: new Date(report.madeAt).toISOString(),
    supportCode: report.supportCode,
    about: report.about,
    masked: report.masked,
    note: report.note,
    told: report.told,
    tried: report.tried,
  },
});

const writers = {
  text: ({ report, words }: Made) => ticketText(report, words),
  html: ({ report, words }: Made) => reportDocument(report, detailText(report), words),
  json: ({ report, words }: Made) => `${JSON.stringify(reportJson(report, words), null, 2)}\n`,
};

const endings = { text: 'txt', html: 'html', json: 'json' } as const;

/** A capture of what was chosen, so that the receiver can open it and look for himself. */
const evidenceOf = (
  { report: { masked }, capture: { manifest, files } }: Made,
  chosen: readonly string[],
): BundleFile[] => {
  const sources = Object.fromEntries(
    Object.entries(manifest.sources).filter(([key]) => chosen.includes(key)),
  );
  const kept = Object.values(sources).flatMap((entry) => {
    const bytes = entry.outcome === 'ok' ? files.get(entry.file) : undefined;
    return bytes === undefined || entry.outcome !== 'ok' ? [] : [{ name: entry.file, bytes }];
  });
  return kept.length === 0
    ? []
    : [
        {
          name: manifestName,
          bytes: bytesOf(JSON.stringify({ ...manifest, masked, sources }, null, 2)),
        },
        ...kept,
      ];
};

type Writer = (made: Made, sources: readonly string[]) => Promise<BundleFile>;

const single =
  (form: keyof typeof writers): Writer =>
  (made) =>
    Promise.resolve({
      name: nameOf(made.report, endings[form]),
      bytes: bytesOf(writers[form](made)),
    });

export const filesOf: Readonly<Record<HandOverForm, Writer>> = {
  text: single('text'),
  html: single('html'),
  json: single('json'),
  // Ends in .zip and holds a capture at its root, so that it opens in Fieldkit like any other.
  bundle: async (made, sources) => ({
    name: nameOf(made.report, 'zip'),
    bytes: await zipOf(
      [
        { name: 'report.html', bytes: bytesOf(writers.html(made)) },
        { name: 'report.json', bytes: bytesOf(writers.json(made)) },
        { name: 'ticket.txt', bytes: bytesOf(writers.text(made)) },
        ...evidenceOf(made, sources),
      ],
      made.report.madeAt,
    ),
  }),
};
