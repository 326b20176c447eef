/** One moment as a person reads it, always with its zone: the reader sits somewhere else. */
export const momentOf = (at: number, language: string, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
