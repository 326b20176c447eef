/** The device of test/captures/devices that a sample is, and the name of that PC. */
export const described = {
  'laptop-before-reset': ['healthy-ready-for-reset', 'FABR-LT-0311'],
  'co-managed-desktop': ['healthy-co-managed-seen-by-administrator', 'FABR-DT-0877'],
  'clock-behind': ['clock-behind', 'FABR-DT-0412'],
  'chip-locked-out': ['chip-locked-out', 'FABR-LT-0265'],
  'set-up-stops-at-app': ['setup-app-fails', 'FABR-LT-0390'],
  'set-up-chip-cannot-prove': ['setup-chip-cannot-prove', 'FABR-KI-0021'],
};
