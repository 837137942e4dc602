import type { DcrError, Ports } from '@nexqloud/dcr-core';

/** What a command may touch beside its flags. */
export interface World {
  readonly ports: Ports;
  readonly stdin: NodeJS.ReadStream;
  /** For people: always standard error. */
  readonly say: (line: string) => void;
  /** Aborts on SIGINT, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
  /** From now on signals are the caller's own business: `signal` does not abort any more. */
  readonly releaseSignals: () => void;
  /** Whether a person sits there to be asked, and to be shown progress. */
  readonly terminal: boolean;
}

/** What a command found out; renderers turn it into text or JSON. */
export interface Outcome {
  /** Merged into `{"ok":true,"command":…}`. */
  readonly json: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly text: readonly string[];
  /** For another program, on standard output, when `--json` is not given. */
  readonly output?: string;
  /** What goes on once this was shown, such as a server until it is interrupted. */
  readonly stay?: () => Promise<void>;
  /** What came of it is a failure: told after the text, with the JSON beside it where the exit status is that of the code. */
  readonly failure?: DcrError;
  /** Exit status when it is not the command's own success that counts. */
  readonly exit?: number;
}
