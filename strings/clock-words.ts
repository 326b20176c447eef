/** How a server showed its clock; the names of protocols are the same in every language. */
export const clockProtocols = {
  kerberos: 'Kerberos',
  smb: 'SMB',
  https: 'HTTPS',
  ntp: 'NTP',
} as const;

/** What the words for a difference of clocks want to know. */
export const clockApart = (offsetMs: number) => {
  const seconds = Math.round(offsetMs / 1000);
  return {
    seconds: Math.abs(seconds),
    side: seconds === 0 ? 'same' : seconds > 0 ? 'ahead' : 'behind',
  };
};
