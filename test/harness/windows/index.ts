export { device, type Changes, type Description } from './description';
export { found } from './parts';
export { setUp, type Call, type Pc, type Ran } from './set-up';
