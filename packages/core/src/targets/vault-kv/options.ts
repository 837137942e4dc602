import type { VaultAddressOptions } from '../../vault/place.ts';
import type { TargetNames } from '../names.ts';

export interface VaultKvOptions extends VaultAddressOptions {
  /** Of a KV engine, version 2. */
  readonly mount: string;
  readonly path: string;
  readonly names?: Partial<TargetNames>;
}
