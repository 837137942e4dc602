/** What stands at a path, seen without following a symbolic link. */
export type Entry =
  | { readonly kind: 'missing' }
  | { readonly kind: 'file'; readonly mode: number; readonly uid: number; readonly text: string }
  | {
      readonly kind: 'directory';
      readonly mode: number;
      readonly uid: number;
      readonly names: readonly string[];
      /** Its path without any symbolic link. */
      readonly real: string;
    }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'other' };

/**
 * One change of the disk. Login and logout are lists of these, so that a plan can be printed and a test can kill the
 * process at each of them.
 */
export type FileEffect =
  /** mkdir 0700, not recursive: fails when anything is there already, so a planted directory or link is refused. */
  | { readonly do: 'make-private'; readonly path: string }
  /** mkdir -p, new levels 0700; an existing directory is left as it is. */
  | { readonly do: 'make-directory'; readonly path: string }
  /** A file in a directory of ours: whole or not at all, 0600, not synced to disk. */
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  /**
   * A file that others use: old content or new content, never half, by a temporary file in the same directory, fsync and
   * rename. A link is followed and kept; mode and owner of an existing file are kept, a new file gets 0600.
   */
  | { readonly do: 'replace'; readonly path: string; readonly text: string }
  /** At the end of a file, made 0600 where there is none: on disk when it resolves. No link is followed. */
  | { readonly do: 'append'; readonly path: string; readonly text: string }
  | { readonly do: 'link'; readonly path: string; readonly target: string }
  /** Removes a file, link or directory with all it holds; what is gone already is success. */
  | { readonly do: 'remove'; readonly path: string };

export interface Files {
  /** `follow` looks through symbolic links. Files are read whole, up to 8 MiB; a larger one is `other`. */
  inspect(path: string, options?: { readonly follow?: boolean }): Promise<Entry>;
  apply(effect: FileEffect): Promise<void>;
  /**
   * Runs `work` while this process alone holds the lock of `path`.
   * Throws `DCR_LOCKED` when a living holder does not let go before `deadline` (ms since the epoch).
   */
  lock<T>(path: string, deadline: number, work: () => Promise<T>): Promise<T>;
}
