import type { CloudSignView, CloudView } from '../../../preload/contract-cloud';
import type { SignInSetting } from '../../core/organisation';
import { clouds, type CloudPlaces } from '../clouds';
import { createGraph, type Graph } from '../graph/client';
import type { Pace } from '../graph/pace';
import { registrationFor } from '../registration';
import { signInFailure } from '../sign-in/failures';
import { createSignIn, type SignInDoor, type TokenWishes } from '../sign-in/session';
import type { SignInState } from '../sign-in/state';
import { ofSignIn } from './answer';

/** What a door lends to the cloud. */
export interface CloudDoor extends SignInDoor {
  /** Where a cloud of the closed list is. */
  places?: (cloud: SignInSetting['cloud']) => CloudPlaces;
  patienceMs?: number;
  pace?: Pace;
}

export interface Session {
  signIn: ReturnType<typeof createSignIn>;
  graph: Graph;
  /** Signs in once more for what was asked last and could not be had without a person. */
  confirm(): Promise<void>;
}

const first = ['User.Read'];

const signViewOf = (state: SignInState): CloudSignView => {
  if (state.kind === 'signed-out')
    return { kind: 'signed-out', why: state.why && ofSignIn(state.why) };
  if (state.kind === 'waiting') return state;
  const { account, kept, needs } = state;
  return { kind: 'signed-in', ...account, kept, needs: needs && ofSignIn(needs) };
};

/** One sign-in for one organisation, and the client that asks with its tokens. */
const openSession = (
  settings: SignInSetting,
  door: CloudDoor,
  changed: (sign: CloudSignView) => void,
): Session => {
  const places = (door.places ?? ((cloud) => clouds[cloud]))(settings.cloud);
  const signIn = createSignIn({
    settings,
    places,
    door,
    changed: (state) => changed(signViewOf(state)),
    ...(door.patienceMs === undefined ? {} : { patienceMs: door.patienceMs }),
  });
  /** No window opens by itself: what needs a person waits until they say so. */
  const unmet = { permissions: new Set<string>(first), claims: null as string | null };
  const token = async (wishes: TokenWishes) => {
    const outcome = await signIn.token(wishes);
    if (outcome.ok) return outcome;
    for (const permission of wishes.permissions) unmet.permissions.add(permission);
    unmet.claims = wishes.claims ?? unmet.claims;
    return outcome;
  };
  return {
    signIn,
    graph: createGraph({
      origin: places.graph,
      fetch: door.fetch,
      token,
      readOnly: () => settings.readOnly,
      ...(door.pace ? { pace: door.pace } : {}),
    }),
    confirm: async () => {
      const permissions = [...unmet.permissions];
      const { claims } = unmet;
      // What stays open after this answer is asked for anew by the next question.
      unmet.permissions = new Set(first);
      unmet.claims = null;
      const state = await signIn.state();
      if (state.kind === 'signed-in')
        await signIn.token({ permissions, claims, renew: true, interactive: true });
      else await signIn.start('best', permissions);
    },
  };
};

export interface SignOptions {
  settings(): Promise<SignInSetting | null>;
  door: CloudDoor;
  changed(sign: CloudSignView): void;
  /** Somebody signed out: nothing that was seen with their rights may be acted on. */
  left(): void;
}

/** Signing in as a seat sees it, whether anything is set up for it or not. */
export const createSign = ({ settings, door, changed, left }: SignOptions) => {
  let made: Promise<Session | null> | null = null;
  const session = (): Promise<Session | null> =>
    (made ??= settings().then((found) => found && openSession(found, door, changed)));
  const view = async (): Promise<CloudView> => {
    const found = await settings();
    const open = await session();
    return {
      sign: open === null ? { kind: 'not-set-up' } : signViewOf(await open.signIn.state()),
      deviceCode: found?.deviceCode ?? false,
      readOnly: found?.readOnly ?? false,
      registration: registrationFor(found),
    };
  };
  const then = async (work: (open: Session) => Promise<unknown>): Promise<CloudView> => {
    const open = await session();
    if (open !== null) await work(open);
    return view();
  };
  return {
    session,
    view,
    signIn: (how: 'browser' | 'device-code') =>
      then(({ signIn }) => signIn.start(how === 'browser' ? 'best' : how, first)),
    confirm: () => then((open) => open.confirm()),
    cancel: async () => (await session())?.signIn.cancel() ?? false,
    signOut: () =>
      then(async ({ signIn }) => {
        left();
        await signIn.signOut();
      }),
    /** Why nothing can be asked at all. */
    notSetUp: () => ofSignIn(signInFailure('not-set-up')),
  };
};
