import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { ManagementReport } from '../../core/facts/mdm';
import { failed, ok } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { hexCode } from '../text/codes';
import { filled } from '../text/lines';
import { textOf } from '../text/raw';
import { kindOf } from './enrolment-rules';
import { guidOf, sameGuid } from './guid';
import { compactTime } from './server-times';

/** Where the button in Settings puts it. */
const source = {
  kind: 'file',
  key: 'file-mdm-report',
  rights: 'user',
  limitMs: 5_000,
  path: '%SystemDrive%\\Users\\Public\\Documents\\MDMDiagnostics\\MDMDiagReport.xml',
  maxBytes: 16 * 1024 * 1024,
} as const satisfies Source;

type Node = string | { [name: string]: Node[] };

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  // Every element becomes a list, so that one enrolment reads like two.
  isArray: () => true,
});

const under = (nodes: readonly Node[], ...path: string[]): Node[] =>
  path.reduce<readonly Node[]>(
    (level, name) => level.flatMap((node) => (typeof node === 'string' ? [] : (node[name] ?? []))),
    nodes,
  ) as Node[];

const textIn = (node: Node, ...path: string[]): string | null => {
  const [found] = under([node], ...path);
  return typeof found === 'string' ? filled(found) : null;
};

const numberIn = (node: Node, name: string): number | null => {
  const text = textIn(node, name);
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
};

const enrolmentsIn = (root: readonly Node[]): ManagementReport['enrolments'] => {
  const accounts = under(root, 'DeviceManagementAccount', 'Enrollment');
  return under(root, 'Enrollments', 'Enrollment').map((node) => {
    const id = guidOf(textIn(node, 'EnrollmentId'));
    const account = accounts.find((entry) => sameGuid(textIn(entry, 'EnrollmentId'), id)) ?? '';
    const time = (name: string) =>
      compactTime(textIn(account, 'ProtectedInformation', 'ConnectionInformation', name));
    return {
      id,
      kind: kindOf(id ?? '', textIn(node, 'ProviderID') ?? textIn(node, 'ProviderId')),
      state: numberIn(node, 'EnrollmentState'),
      user: textIn(node, 'UPN'),
      lastSuccess: time('ServerLastSuccessTime'),
      lastFailure: time('ServerLastFailureTime'),
    };
  });
};

const installationsIn = (root: readonly Node[]): ManagementReport['installations'] =>
  under(root, 'EnterpriseDesktopAppManagementinfo', 'MsiInstallations', 'TargetedUser', 'Package')
    .flatMap((node) => under([node], 'Details'))
    .map((node) => ({
      product: textIn(node, 'PackageId') ?? textIn(node, 'ProductCode') ?? '',
      status: numberIn(node, 'Status'),
      error: hexCode(textIn(node, 'LastError')),
    }));

export const readReport = (xml: string): Reading<ManagementReport> => {
  if (XMLValidator.validate(xml) !== true) return failed('not-understood', 'not whole XML');
  const root = under([parser.parse(xml) as Node], 'MDMEnterpriseDiagnosticsReport');
  if (root.length === 0) return failed('not-understood', 'another kind of report');
  const areas = under(
    root,
    'PolicyManager',
    'ConfigSource',
    'PolicyScope',
    'Area',
    'PolicyAreaName',
  );
  return ok({
    enrolments: enrolmentsIn(root),
    policyAreas: [...new Set(areas.filter((area) => typeof area === 'string'))],
    installations: installationsIn(root),
  });
};

export const reportProbe: Probe<'mdm-report'> = {
  id: 'mdm-report',
  on: ['win32'],
  reads: [source],
  parse: (raws) => {
    const told = textOf(raws, source.key);
    return told.kind === 'ok' ? readReport(told.value.text) : told;
  },
};
