import { join } from 'node:path';
import type { InspectionView, Outcome } from '../preload/contract';
import type { SendingView } from '../preload/contract-sending';
import { createCalls, type Calls } from './calls';
import { createCallStore } from './call-store';
import { createHandOver, type HandOverDoor } from './hand-over';
import type { House } from './house';
import type { Inspections } from './inspections';
import type { LoadedOrganisation } from './organisation/load';
import { sendToFolder } from './sending/folder';
import type { Sender } from './sending/job';
import { createOutbox } from './sending/outbox';
import { nodeTransport, sendByPut, type PutTransport } from './sending/put';
import { createShelf } from './sending/shelf';
import { triedInCall, triedOn } from './tried';

export interface LeavingOptions {
  /** Where this user's own files are. */
  folder: string;
  inspections: Inspections;
  door: HandOverDoor;
  /** The network of this door for what is sent; null for Node's own. */
  put: PutTransport | null;
  /** What is sent waits while nobody may be contacted. */
  held(sender: Sender): Sender;
  /** Read anew each time: what waits must not go to a place that is no longer the organisation's. */
  organisation(): Promise<LoadedOrganisation>;
  readText(text: string): Promise<Outcome<InspectionView>>;
  changed(sending: SendingView): void;
}

type Leaving = Calls &
  Pick<
    House,
    | 'hand-over.preview'
    | 'hand-over.save'
    | 'hand-over.copy'
    | 'hand-over.ways'
    | 'hand-over.mail'
    | 'hand-over.pdf'
    | 'hand-over.send'
    | 'outbox.list'
    | 'outbox.send'
    | 'outbox.drop'
  >;

/** Everything by which something leaves a device: calls and their tickets, hand-overs, and what waits to be sent. */
export const createLeaving = (options: LeavingOptions): Leaving => {
  const { folder, inspections, door } = options;
  const guides = join(folder, 'guides');
  const organisation = async () => (await options.organisation()).organisation;
  const calls = createCalls({
    store: createCallStore(join(folder, 'calls.json')),
    inspections,
    now: door.now,
    readText: options.readText,
  });
  const outbox = createOutbox({
    shelf: createShelf(join(folder, 'outbox')),
    senders: {
      folder: options.held(sendToFolder()),
      put: options.held(sendByPut(options.put ?? nodeTransport())),
    },
    address: async (way) => (await organisation())?.handOver[way] ?? null,
    changed: options.changed,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      timer.unref();
      return () => clearTimeout(timer);
    },
  });
  const handOver = createHandOver({
    inspections,
    outbox,
    door,
    organisation,
    call: (id) => calls.part(id),
    tried: async (inspection, call) => {
      if (call !== null) return triedInCall(guides, call.guides);
      const target = inspections.looked(inspection)?.target ?? null;
      return target === null ? [] : triedOn(guides, target, door.now());
    },
  });
  return {
    ...calls.services,
    'hand-over.preview': handOver.preview,
    'hand-over.save': handOver.save,
    'hand-over.copy': handOver.copy,
    'hand-over.ways': handOver.ways,
    'hand-over.mail': handOver.mail,
    'hand-over.pdf': handOver.pdf,
    'hand-over.send': handOver.send,
    'outbox.list': outbox.list,
    'outbox.send': outbox.send,
    'outbox.drop': outbox.drop,
  };
};
