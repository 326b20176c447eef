import type { Owner } from '../finding';
import type { CatalogueRow } from './row';

/** "admin" in the catalogue is a person; which one depends on the system the code speaks about. */
const adminOf: Record<string, Owner> = {
  dsreg: 'directory',
  kerberos: 'directory',
  'dc-locator': 'directory',
  prt: 'directory',
};

/** Where one code of an area belongs to somebody else than its neighbours. */
const exceptions: Record<string, Owner> = {
  '0x801c0003': 'tenant',
  '0xcaa20003': 'tenant',
  '0xcaa20004': 'tenant',
  '0xc000005f': 'tenant',
  'DeviceAuthStatus: FAILED (disabled or deleted)': 'tenant',
};

/** Pass-through agent, seamless sign-on and password write-back live on the company's own servers. */
const onPremisesService = /^AADSTS(80\d{3}|81\d{3}|120013|120014)$/;

const ownerOfFix: Record<CatalogueRow['fix'], (row: CatalogueRow) => Owner> = {
  user: () => 'user',
  technician: () => 'technician',
  admin: (row) =>
    exceptions[row.code] ??
    (onPremisesService.test(row.code) ? 'directory' : (adminOf[row.area] ?? 'tenant')),
};

export const ownerOf = (row: CatalogueRow): Owner => ownerOfFix[row.fix](row);
