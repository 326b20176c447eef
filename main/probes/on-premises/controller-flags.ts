/** Flag words of a domain controller; an older `nltest` prints bits it does not know as hex. */
const bits: Record<string, number> = {
  PDC: 0x1,
  GC: 0x4,
  LDAP: 0x8,
  DS: 0x10,
  KDC: 0x20,
  TIMESERV: 0x40,
  CLOSE_SITE: 0x80,
  WRITABLE: 0x100,
  GTIMESERV: 0x200,
  NDNC: 0x400,
  PARTIAL_SECRET: 0x800,
  FULL_SECRET: 0x1000,
  WS: 0x2000,
  DS_8: 0x4000,
  DS_9: 0x8000,
  DS_10: 0x10000,
  KEYLIST: 0x20000,
  DNS_DC: 0x20000000,
  DNS_DOMAIN: 0x40000000,
  DNS_FOREST: 0x80000000,
};

const bitOf = (word: string): number | null =>
  /^0x[0-9a-f]+$/i.test(word) ? Number(word) : (bits[word] ?? null);

/** Null when the text is not a row of flags. */
export const flagsIn = (text: string): number | null => {
  const found = text.split(/\s+/).map(bitOf);
  const known = found.filter((bit) => bit !== null);
  if (known.length === 0 || known.length * 2 < found.length) return null;
  return known.reduce((all, bit) => (all | bit) >>> 0, 0);
};
