/** Where the process runs: facts, read once. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  readonly home: string;
  readonly workingDirectory: string;
  /** Name of this machine, or of the pod. */
  readonly host: string;
  /** Numeric user id, or undefined where there is none (Windows). */
  readonly uid: number | undefined;
}
