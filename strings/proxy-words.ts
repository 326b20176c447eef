import type { Words } from './index';

interface Script {
  address: string;
  result: string;
  mayUse: readonly string[];
}

/** What a script that chooses the proxy may answer, or why that is not known. */
export const scriptSentence = (
  { address, result, mayUse }: Script,
  { say, lookUp }: Words,
): string => {
  if (result !== 'read') {
    const why = lookUp(`proxy.script.${result}`) ?? lookUp(`net.${result}`) ?? result;
    return say('proxy.script.unread', { address, why });
  }
  return mayUse.length > 0
    ? say('proxy.script.may-use', { address, list: mayUse.join(', ') })
    : say('proxy.script.none', { address });
};
