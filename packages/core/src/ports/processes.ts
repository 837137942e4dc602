export interface ProcessSpec {
  /** Absolute path, as `find` gave it. */
  readonly file: string;
  readonly args: readonly string[];
  /** The whole environment of the child; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops the child (SIGTERM, then SIGKILL after a second) when aborted. */
  readonly signal?: AbortSignal;
}

export interface ProcessResult {
  readonly status: number | null;
  readonly signal: string | null;
  /** Both streams are cut at 64 KiB. */
  readonly stdout: string;
  readonly stderr: string;
}

/** A child that has started and waits for its standard input. */
export interface StartedProcess {
  /** Writes `stdin`, closes it and waits for the end. */
  finish(stdin: string): Promise<ProcessResult>;
  /** Ends the child without ever having given it anything, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Who owns a session, told so that a process id that was used again is not taken for the owner. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Id of the machine, where it can be known: https://www.freedesktop.org/software/systemd/man/latest/machine-id.html */
  readonly machine?: string;
  /** Boot of the machine, where the system tells it. */
  readonly boot?: string;
  /** PID namespace: two containers have the same pids. */
  readonly namespace?: string;
  /** Start time of the process in the system's own unit. */
  readonly start?: string;
}

export interface Processes {
  /** The executable that a shell would run for this name, or undefined. On Windows PATHEXT counts. */
  find(name: string): string | undefined;
  start(spec: ProcessSpec): StartedProcess;
  /** Identity of a live process (this one by default), undefined when there is none. */
  identify(pid?: number): ProcessIdentity | undefined;
}
