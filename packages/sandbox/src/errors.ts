/** Codes of the OCI distribution spec, and two that distribution adds to it (paging, internal failure). */
export type OciCode = keyof typeof STATUS;

// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes; the statuses are distribution's.
const STATUS = {
  BLOB_UNKNOWN: 404,
  BLOB_UPLOAD_INVALID: 409,
  BLOB_UPLOAD_UNKNOWN: 404,
  DENIED: 403,
  DIGEST_INVALID: 400,
  MANIFEST_BLOB_UNKNOWN: 400,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
  NAME_INVALID: 400,
  NAME_UNKNOWN: 404,
  PAGINATION_NUMBER_INVALID: 400,
  SIZE_INVALID: 400,
  UNAUTHORIZED: 401,
  UNKNOWN: 500,
  UNSUPPORTED: 405,
} as const;

interface RegistryErrorOptions {
  /** Where the usual status of the code does not say enough. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly detail?: unknown;
}

/** A refusal as the client will see it: thrown anywhere while a request is served, rendered in one place. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly code: OciCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly detail: unknown;

  constructor(code: OciCode, message: string, options: RegistryErrorOptions = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? STATUS[code];
    this.headers = options.headers ?? {};
    this.detail = options.detail;
  }
}
