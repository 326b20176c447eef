/** Where a code was met. All parts are optional: a person who types a code gives none. */
export interface CodeContext {
  area?: string | undefined;
  /** The label of the row, or of the event, that held the code. */
  field?: string | undefined;
  /** The title of the section, or the name of the tool. */
  section?: string | undefined;
}

/** Which meanings to prefer, by the words around the code. The field speaks before the section. */
const areasByWords: { words: RegExp; areas: readonly string[] }[] = [
  {
    words: /prt|attempt status|http (error|status)|credential type|sso/i,
    areas: ['prt', 'aadsts'],
  },
  { words: /server error (code|description|subcode)/i, areas: ['aadsts', 'dsreg', 'prt'] },
  { words: /ngc|hello|prereq|enrollment.*(cert|template)|whfb|\bpin\b/i, areas: ['whfb', 'tpm'] },
  { words: /keysign|tpm|attestation/i, areas: ['tpm', 'dsreg'] },
  { words: /kerb|klist|ticket|tgt|kdc/i, areas: ['kerberos', 'dc-locator'] },
  { words: /nltest|netlogon|dsgetdc|domain controller|ldap/i, areas: ['dc-locator', 'kerberos'] },
  { words: /mdm|enrol|omadm|intune/i, areas: ['mdm-enrol', 'esp'] },
  { words: /autopilot|ztd|odj/i, areas: ['autopilot', 'esp'] },
  { words: /\besp\b|status ?page|app(s)? install|sidecar/i, areas: ['esp', 'mdm-enrol'] },
  { words: /bitlocker|fve|recovery key/i, areas: ['bitlocker', 'tpm'] },
  { words: /reset|wipe|reagent|winre/i, areas: ['reset'] },
  { words: /graph|deviceaction/i, areas: ['graph'] },
  {
    words:
      /client errorcode|discovery|join|drs|ad c(onnectivity|onfiguration)|realm|diagnostic|device/i,
    areas: ['dsreg', 'aadsts'],
  },
  { words: /wam|user state/i, areas: ['prt', 'dsreg'] },
];

const areasOf = (words: string | undefined): readonly string[] =>
  words === undefined ? [] : (areasByWords.find((row) => row.words.test(words))?.areas ?? []);

/** Areas to prefer, best first. */
export const preferredAreas = (context: CodeContext): string[] => [
  ...(context.area === undefined ? [] : [context.area]),
  ...areasOf(context.field),
  ...areasOf(context.section),
];
