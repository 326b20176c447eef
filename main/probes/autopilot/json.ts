import type { Tri } from '../../core/reading';
import { triOf } from '../../core/reading';
import { filled } from '../text/lines';

export type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One JSON object, or null for everything else. White space differs between builds. */
export const objectIn = (text: string | null): Json | null => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};

export const childOf = (json: Json, name: string): Json | null => {
  const value = json[name];
  return isObject(value) ? value : null;
};

export const jsonText = (json: Json, name: string): string | null => {
  const value = json[name];
  return typeof value === 'string' ? filled(value) : null;
};

/** Numbers are sometimes written as text. */
export const jsonNumber = (json: Json, name: string): number | null => {
  const value = json[name];
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

export const jsonTri = (json: Json, name: string): Tri => {
  const value = json[name];
  if (typeof value === 'boolean') return triOf(value);
  const number = jsonNumber(json, name);
  return triOf(number === null ? null : number !== 0);
};
