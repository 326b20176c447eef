import type { AnyProbe } from '../probe';
import { licenceProbe } from './licence';

export const licenceProbes = [licenceProbe] satisfies readonly AnyProbe[];
