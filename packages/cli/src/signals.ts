import process from 'node:process';

export interface Interruption {
  readonly name: NodeJS.Signals;
  /** 128 + the signal's number, as shells count. */
  readonly exit: number;
}

const EXITS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export interface CaughtSignals {
  /** Aborts at the first signal. */
  readonly signal: AbortSignal;
  readonly interruption: () => Interruption | undefined;
  /** Signals are not caught here any more. */
  readonly release: () => void;
}

/**
 * The first signal asks the command to stop and to take back what it has done; a second one ends the process at once.
 */
export function catchSignals(): CaughtSignals {
  // Without a listener node would open its debugger, through which another user could read what we hold.
  process.on('SIGUSR1', () => undefined);
  const controller = new AbortController();
  let caught: Interruption | undefined;
  const listeners = (Object.keys(EXITS) as (keyof typeof EXITS)[]).map((name) => {
    const listener = (): void => {
      if (caught !== undefined) process.exit(EXITS[name]);
      caught = { name, exit: EXITS[name] };
      controller.abort();
    };
    process.on(name, listener);
    return [name, listener] as const;
  });
  return {
    signal: controller.signal,
    interruption: () => caught,
    release: () => {
      for (const [name, listener] of listeners) process.off(name, listener);
    },
  };
}
