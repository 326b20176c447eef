export { device, type Changes } from './description';
export { found } from './parts';
export { setUp, type Pc, type Ran } from './set-up';
