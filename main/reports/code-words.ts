export { areaWords, structureWords } from '../../strings/code-words';
