import { useContext } from 'react';
import type { Words } from '../../strings';
import { WordsContext } from './WordsContext';

export const useWords = (): Words => useContext(WordsContext);
