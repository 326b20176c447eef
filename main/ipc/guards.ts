import { z } from 'zod';
import type { CallName, Calls, GuideAnswer, ReachPurpose } from '../../preload/contract';
import { limits } from '../../preload/wire';
import { base64, id, languageTag, target } from './guard-parts';
import { batchGuards, person } from './guards-batch';
import { cloudGuards } from './guards-cloud';
import { callGuards } from './guards-call';
import { handOverGuards } from './guards-hand-over';
import { languageTags } from '../../strings/languages';

/** For display only, and still not a path: those have no business here. */
const fileName = z
  .string()
  .min(1)
  .max(255)
  // eslint-disable-next-line no-control-regex -- control characters are what is being refused
  .regex(/^[^\u0000-\u001f\u007f/\\]*$/u);

const seat = z.enum(['my-device', 'deployment', 'guide-a-call']);

const settings = z.strictObject({
  seat,
  theme: z.enum(['system', 'light', 'dark']),
  language: languageTag.nullable(),
  history: z.boolean(),
  welcomed: z.boolean(),
  keys: z.boolean(),
  notify: z.boolean(),
  offline: z.boolean(),
  place: z.strictObject({
    sample: id.nullable(),
    readings: z.strictObject({
      text: z.string().max(200),
      kind: z.enum(['all', 'read', 'gaps']),
      room: id.nullable(),
    }),
    call: id.nullable(),
    view: z.enum(['device', 'reach', 'readiness', 'batch', 'cloud']),
    sheet: z.strictObject({ id, by: person }).nullable(),
  }),
});

/** Letters, digits, dots and dashes of any script: no scheme, port, path or blank ever gets through. */
const domain = z
  .string()
  .min(1)
  .max(253)
  .regex(/^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}_.])?$/u);

/** What a person typed to be reached: main reads it with a grammar of its own, and contacts nobody else. */
const reachTarget = z
  .string()
  .min(1)
  .max(1024)
  // eslint-disable-next-line no-control-regex -- control characters are what is being refused
  .regex(/^[^\u0000-\u001f\u007f]*$/u);

const purpose = z.enum([
  'activation',
  'autopilot',
  'avd',
  'delivery-optimization',
  'entra-join',
  'graph',
  'hybrid-join',
  'intune',
  'mdm-enrol',
  'onedrive',
  'prt',
  'sspr',
  'teams',
  'time',
  'tpm-attestation',
  'whfb',
  'windows-365',
  'windows-update',
  'wns',
] satisfies ReachPurpose[]);

/** Not `int`: what it says of a number beyond all counting reads like a file that is too large. */
const ownAddress = z.union([z.literal('portal'), z.number().min(0).max(19).multipleOf(1)]);

const tri = z.enum(['yes', 'no', 'unknown']);
const yesOrNo = z.enum(['yes', 'no']);
/** A run, a guide, a step: ids that main looks up in lists of its own; what is in none of them is refused. */
const guideAnswer: z.ZodType<GuideAnswer> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['go', 'on', 'keep', 'late', 'reopen']) }),
  z.strictObject({ kind: z.literal('told'), answer: tri }),
  z.strictObject({ kind: z.literal('chose'), option: id }),
  z.strictObject({
    kind: z.literal('confirmed'),
    typed: z.string().max(40),
    language: z.enum(languageTags),
  }),
]);
const ending = z.enum(['works', 'changes-nothing', 'fails', 'hangs']);
const skipReason = z.enum(['already-done', 'not-possible', 'not-now', 'not-wanted']);
/** One guard per call: a call in the contract without a line here does not compile. */
export const guards: { readonly [K in CallName]: z.ZodType<Parameters<Calls[K]>> } = {
  ...batchGuards,
  ...cloudGuards,
  'app.info': z.tuple([]),
  'samples.list': z.tuple([]),
  'inspect.start': z.tuple([target]),
  'inspect.cancel': z.tuple([]),
  'read.text': z.tuple([z.string().max(limits.textChars)]),
  'read.file': z.tuple([fileName, base64]),
  'opened.take': z.tuple([]),
  'evidence.raw': z.tuple([id, id]),
  'evidence.disproof': z.tuple([id, id]),
  'readings.list': z.tuple([id]),
  'history.since': z.tuple([id]),
  'history.state': z.tuple([]),
  'history.wipe': z.tuple([]),
  'rights.offer': z.tuple([]),
  'rights.read': z.tuple([id]),
  'chain.of': z.tuple([id]),
  'readiness.of': z.tuple([id]),
  'codes.explain': z.tuple([z.string().max(400), id.nullable()]),
  ...callGuards,
  'reach.domain': z.tuple([domain]),
  'reach.endpoints': z.tuple([z.array(purpose).max(19)]),
  'reach.named': z.tuple([reachTarget, z.boolean()]),
  'reach.servers': z.tuple([]),
  'reach.save': z.tuple([z.enum(['csv', 'json'])]),
  'reach.cancel': z.tuple([]),
  'guides.list': z.tuple([seat, id.nullable()]),
  'guide.start': z.tuple([id, seat, id.nullable(), ending]),
  'fix.start': z.tuple([id, seat, id, z.boolean(), ending]),
  'guide.unfinished': z.tuple([]),
  'guide.resume': z.tuple([id]),
  'guide.state': z.tuple([id]),
  'guide.answer': z.tuple([id, id, guideAnswer]),
  'guide.back': z.tuple([id, id]),
  'guide.skip': z.tuple([id, id, skipReason]),
  'guide.stop': z.tuple([id]),
  'guide.helped': z.tuple([id, yesOrNo]),
  'guide.leave': z.tuple([id]),
  'journal.view': z.tuple([id]),
  ...handOverGuards,
  'link.open': z.tuple([z.enum(['source', 'help', 'releases'])]),
  'organisation.get': z.tuple([]),
  'organisation.open': z.tuple([ownAddress]),
  'settings.get': z.tuple([]),
  'settings.set': z.tuple([settings]),
};

/** Own keys only, so that `constructor` and its kin are not calls. */
export const isCallName = (name: string): name is CallName => Object.hasOwn(guards, name);

export const callNames = Object.keys(guards).filter(isCallName);
