export type LogLevel = 'info' | 'warn' | 'error';

/** Details hold names and codes, never arguments: those can be a person's evidence or a secret. */
export type Log = (
  level: LogLevel,
  what: string,
  detail?: Readonly<Record<string, string | number>>,
) => void;
