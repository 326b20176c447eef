import type { Words } from './index';

/** What can be said about a step: the person reads title and text, the helpdesk reads the rest. */
export type StepPart = 'title' | 'text' | 'say' | 'sees' | 'ask' | 'stop';

/** The words of one guide, for every door alike. What has no words is null, never a raw id. */
export const guideWords = ({ lookUp }: Words, guide: string) => {
  /** A guide's own words come before those that all guides share. */
  const ownOrShared = (group: 'refused' | 'keeps' | 'loses' | 'ready', id: string) =>
    lookUp(`guide.${guide}.${group}.${id}`) ?? lookUp(`guide.${group}.${id}`);
  return {
    title: lookUp(`guide.${guide}.title`) ?? guide,
    about: lookUp(`guide.${guide}.for`),
    refused: (reason: string) => ownOrShared('refused', reason),
    keeps: (id: string) => ownOrShared('keeps', id),
    loses: (id: string) => ownOrShared('loses', id),
    ready: (id: string) => ownOrShared('ready', id),
    step: (step: string, part: StepPart) => lookUp(`guide.${guide}.${step}.${part}`),
    option: (step: string, option: string) => lookUp(`guide.${guide}.${step}.${option}`),
  };
};
