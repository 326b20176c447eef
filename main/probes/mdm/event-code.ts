import { fieldOf } from '../text/event-xml';
import type { LoggedEvent } from '../text/event-xml';
import { hexCode } from '../text/codes';

const isFailure = (code: string | null): code is string => code !== null && Number(code) >= 2 ** 31;

const codeInside = (text: string): string | null =>
  /0x[0-9a-f]{8}\b/i.exec(text)?.[0].toLowerCase() ?? null;

/**
 * The error number of an event. Field names are not documented for this provider, so after the likely
 * ones any field counts that holds a failure number, whole or inside a sentence of whatever language.
 */
export const failureCode = (event: LoggedEvent): string | null => {
  const named = hexCode(fieldOf(event, 'HRESULT', 'ErrorCode', 'Result', 'Status'));
  if (isFailure(named)) return named;
  const values = event.fields.map(({ value }) => value.trim());
  return values.map(hexCode).find(isFailure) ?? values.map(codeInside).find(isFailure) ?? null;
};
