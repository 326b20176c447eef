import { eventSource } from './events';

/**
 * One reading of the registration log serves join and Hello. Events 103, 203, 348, 349, 374 and 375 carry
 * access tokens and are never asked for.
 */
export const registrationLog = eventSource(
  'events-user-device-registration',
  'Microsoft-Windows-User Device Registration/Admin',
  [
    101, 102, 104, 105, 110, 200, 201, 202, 204, 205, 221, 226, 230, 231, 239, 245, 252, 261, 262,
    300, 301, 304, 305, 306, 307, 309, 344, 345, 358, 359, 360, 361, 362, 363, 376,
  ],
  120,
);
