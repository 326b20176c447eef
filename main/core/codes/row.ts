/** One row of `resources/catalogue/codes.json`. */
export interface CatalogueRow {
  code: string;
  area: string;
  symbol: string | null;
  meaning: string;
  plainMeaning: string;
  likelyCauses: string[];
  fix: 'user' | 'technician' | 'admin';
  steps: string[];
  aliases: string[];
  source: string;
}
