import type { Guide } from '../guide';
import { appsAskForSignIn } from './my-device/apps-ask-for-sign-in';

/** Every guide, in the order it is offered. One file per guide, in the folder of its home seat. */
export const guides: readonly Guide[] = [appsAskForSignIn];

const byId: ReadonlyMap<string, Guide> = new Map(guides.map((guide) => [guide.id, guide]));

export const guideById = (id: string): Guide | null => byId.get(id) ?? null;
