import { z } from 'zod';
import type {
  BatchCalls,
  BatchForm,
  BatchStep,
  DeviceField,
  SheetPlace,
} from '../../preload/contract-batch';
import { base64, id, languageTag, target } from './guard-parts';

/** What a person types: one line, and no control characters. */
const line = (most: number, least = 0) =>
  z
    .string()
    .min(least)
    .max(most)
    // eslint-disable-next-line no-control-regex -- control characters are what is being refused
    .regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/u);
export const person = line(100);
const serial = line(64, 1);
const place = z.enum(['stick', 'profile'] satisfies SheetPlace[]);
const field = z.enum(['model', 'name', 'asset-tag', 'group-tag', 'note'] satisfies DeviceField[]);

export const batchGuards: {
  readonly [K in keyof BatchCalls]: z.ZodType<Parameters<BatchCalls[K]>>;
} = {
  'batch.list': z.tuple([]),
  'batch.create': z.tuple([line(100, 1), place, person]),
  'batch.open': z.tuple([id]),
  'batch.take': z.tuple([id, base64, person]),
  'batch.add': z.tuple([id, serial, person]),
  'batch.set': z.tuple([id, serial, field.nullable(), line(200), person]),
  'batch.row': z.tuple([id, serial]),
  'batch.read': z.tuple([
    id,
    target,
    z.enum(['preflight', 'set-up', 'sign-off'] satisfies BatchStep[]),
    person,
  ]),
  'batch.sign': z.tuple([
    id,
    serial,
    line(100, 1),
    z.array(z.strictObject({ point: id, reason: line(400, 1) })).max(20),
  ]),
  'batch.export': z.tuple([
    id,
    z.enum(['csv', 'html', 'sheet'] satisfies BatchForm[]),
    languageTag.nullable(),
  ]),
};
