import { createContext } from 'react';
import { createWords } from '../../strings';
import { english } from '../../strings/for-page';

export const WordsContext = createContext(createWords('en', english));
