import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { failed, ok, triOf } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import { filled } from '../text/lines';

export interface RecoveryFile {
  enabled: Tri;
  location: string | null;
  bootEntry: string | null;
  operationPending: Tri;
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });

type Element = Readonly<Record<string, unknown>>;

const attribute = (root: Element, element: string, name: string): string | null => {
  const found = root[element];
  const value = typeof found === 'object' && found !== null ? (found as Element)[name] : undefined;
  return typeof value === 'string' ? filled(value) : null;
};

/** As seen on every PC where nothing was planned. */
const nothingPlanned = '4';

const pendingIn = (root: Element): Tri => {
  if (attribute(root, 'OperationParam', 'path') !== null) return 'yes';
  const state = attribute(root, 'ScheduledOperation', 'state');
  return state === nothingPlanned ? 'no' : 'unknown';
};

const emptyGuid = /^\{?0{8}-(0{4}-){3}0{12}\}?$/;

/** `ReAgent.xml`, the file behind `reagentc`: no translated word in it. */
export const readRecoveryFile = (xml: string): Reading<RecoveryFile> => {
  if (XMLValidator.validate(xml) !== true) return failed('not-understood', 'not whole XML');
  const root = (parser.parse(xml) as { WindowsRE?: Element }).WindowsRE;
  if (typeof root !== 'object') return failed('not-understood', 'another kind of file');
  const state = attribute(root, 'InstallState', 'state');
  if (state === null) return failed('not-understood', 'no state');
  const entry = attribute(root, 'WinreBCD', 'id');
  return ok({
    enabled: triOf(state === '1' ? true : state === '0' ? false : null),
    location: attribute(root, 'WinreLocation', 'path'),
    bootEntry: entry === null || emptyGuid.test(entry) ? null : entry,
    operationPending: pendingIn(root),
  });
};
