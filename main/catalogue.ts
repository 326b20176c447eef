import { buildCodeIndex, type CatalogueRow, type CodeIndex } from './core/codes';

let loading: Promise<CodeIndex> | undefined;

/** The rows are checked by a test, not at every start. */
const load = async (): Promise<CodeIndex> => {
  const [codes, more] = await Promise.all([
    import('../resources/catalogue/codes.json'),
    import('../resources/catalogue/codes-more.json'),
  ]);
  return buildCodeIndex([...codes.default, ...more.default] as CatalogueRow[]);
};

/** The code catalogue, read once per process. */
export const loadCodes = (): Promise<CodeIndex> => (loading ??= load());
