import { errno } from './file-problem';

/** A reader that has had enough (`| head -1`) is no fault: the rest is dropped. */
const gone = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'EOF']);

export interface Sink {
  write(text: string): void;
  /** Everything written has left the process, or never will. */
  flushed(): Promise<void>;
  /** The system's word for why the output could not be kept, such as a full disk behind `>`. */
  lost(): string | null;
}

export const sinkFor = (stream: NodeJS.WritableStream): Sink => {
  let open = true;
  let lost: string | null = null;
  stream.on('error', (error) => {
    open = false;
    if (!gone.has(errno(error))) lost = errno(error);
  });
  return {
    write: (text) => {
      if (open) stream.write(text);
    },
    flushed: () =>
      new Promise((resolve) => {
        if (!open) return resolve();
        stream.once('error', () => resolve());
        stream.write('', () => resolve());
      }),
    lost: () => lost,
  };
};
