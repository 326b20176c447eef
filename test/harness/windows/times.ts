const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** An ISO time, or an age such as `-2h` counted from now. */
export const timeOf = (told: string, now: number): number => {
  const [, sign, count, unit = ''] = /^([-+])(\d+)([mhd])$/.exec(told) ?? [];
  const size = units[unit];
  if (size === undefined) return Date.parse(told);
  return now + (sign === '-' ? -1 : 1) * Number(count) * size;
};

const forms: Readonly<Record<string, (at: Date) => string>> = {
  iso: (at) => at.toISOString().replace(/\.\d+Z$/, 'Z'),
  utc: (at) => `${at.toISOString().slice(0, 10)} ${at.toISOString().slice(11, 23)} UTC`,
  us: (at) => at.toLocaleString('en-US', { timeZone: 'UTC', hour12: false }).replace(',', ''),
  german: (at) => at.toLocaleString('de-DE', { timeZone: 'UTC' }).replace(',', ''),
  omadm: (at) => at.toISOString().replace(/[-:]|\.\d+/g, ''),
};

/** `{{utc -2h}}` and the like, so that a device is as old as its story wants, whatever the day. */
export const fillTimes = (text: string, now: number): string =>
  text.replace(/\{\{(\w+) ([^}]+)\}\}/g, (whole, form: string, told: string) => {
    const write = forms[form];
    return write === undefined ? whole : write(new Date(timeOf(told, now)));
  });

const stamp = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} UTC/g;

/** Moves every time of a recorded text by what has passed since it was recorded. */
export const shiftTimes = (text: string, recordedAt: number, now: number): string =>
  text.replace(stamp, (found) => {
    const at = Date.parse(`${found.slice(0, 10)}T${found.slice(11, 23)}Z`);
    const form = forms['utc'];
    return form === undefined ? found : form(new Date(at + now - recordedAt));
  });
