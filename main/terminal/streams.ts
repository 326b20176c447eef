import { errno } from './file-problem';

/** A reader that has had enough (`| head -1`) is no fault: the rest is dropped. */
const gone = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'EOF']);

export interface Sink {
  write(text: string): void;
  /** Everything written has left the process, or never will. */
  flushed(): Promise<void>;
}

export const sinkFor = (stream: NodeJS.WritableStream): Sink => {
  let open = true;
  stream.on('error', (error) => {
    open = false;
    // A full disk behind a redirection is worth knowing; there is only one other place to say so.
    if (!gone.has(errno(error)) && stream !== process.stderr)
      process.stderr.write(`fieldkit: ${error.message}\n`);
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
  };
};
