import type { Probe } from '../probe';
import { servicesIn, servicesSource } from './service-states';

export const servicesProbe: Probe<'services'> = {
  id: 'services',
  on: ['win32'],
  reads: [servicesSource],
  parse: servicesIn,
};
