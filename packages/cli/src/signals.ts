import process from 'node:process';

export interface Interruption {
  readonly name: NodeJS.Signals;
  /** 128 + the signal's number, as shells count. */
  readonly exit: number;
}

const EXITS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * The first signal asks the command to stop and to take back what it has done; a second one ends the process at once.
 * The reason of the abort has the name of the signal as `signal`.
 */
export function catchSignals(): { signal: AbortSignal; interruption: () => Interruption | undefined } {
  const controller = new AbortController();
  let caught: Interruption | undefined;
  for (const name of Object.keys(EXITS) as (keyof typeof EXITS)[]) {
    process.once(name, () => {
      caught ??= { name, exit: EXITS[name] };
      controller.abort(Object.assign(new Error(`interrupted by ${name}`), { signal: name }));
      process.once(name, () => process.exit(EXITS[name]));
    });
  }
  return { signal: controller.signal, interruption: () => caught };
}
