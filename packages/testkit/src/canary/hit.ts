/** A process as its hits describe it; secrets in its names are replaced by asterisks. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  /** The file name of the first argument. */
  readonly command: string;
  readonly arguments: readonly string[];
}

/** A secret where it was found, never the secret itself. */
export interface CanaryHit {
  readonly place: 'argv' | 'environ' | 'file' | 'file name' | 'text';
  /** A path, or what the caller calls the text; for a process its command. Secrets in it are replaced by asterisks. */
  readonly where: string;
  /** The name of the secret. */
  readonly secret: string;
  readonly encoding: string;
  /** For `argv` and `environ`. */
  readonly process?: SeenProcess;
}
