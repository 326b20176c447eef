import { createContext } from 'react';

/** How often a person has confirmed in the browser what was asked of them: then what was missing is asked again. */
export const ConfirmedContext = createContext(0);
