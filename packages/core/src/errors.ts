/**
 * Every code that dcr-login can end with, its exit code, and the words of its page in ERRORS.md. The union is closed:
 * pipelines match on codes, so a code is added here or nowhere, and never renamed.
 */
export const ERROR_CODES = {
  DCR_INTERNAL: {
    exit: 1,
    means: 'dcr-login itself is broken. Nothing is known to be wrong with your credential or registry.',
    remedy: 'Run the command again with --debug and report what it prints; it holds no secret.',
  },
  DCR_INPUT_INVALID: {
    exit: 2,
    means: 'A flag, variable or argument cannot be used as it was given. Nothing was started and nothing was sent.',
    remedy: 'Correct the value that the message names.',
  },
  DCR_CREDENTIAL_MISSING: {
    exit: 2,
    means: 'There is no username or no password. In CI an unset secret arrives as an empty value.',
    remedy:
      'Set DCR_USERNAME and DCR_PASSWORD, or use --password-stdin. In CI, check that this event, branch and environment may read the secret.',
  },
  DCR_CONFIG_INVALID: {
    exit: 2,
    means: 'A configuration file cannot be read or does not say what it must.',
    remedy: 'Correct what the message names.',
  },
  DCR_CREDENTIAL_REJECTED: {
    exit: 3,
    means: 'The registry knows this username and password pair not at all. It was sent exactly once.',
    remedy:
      'Check username and password for stray characters. To make new ones: Console → Container → DCR Container Registry → the registry → Credentials → regenerate; then update every place that stores the old one.',
  },
  DCR_CREDENTIAL_EXPIRED: {
    exit: 3,
    means: 'The credential was right once. The registry says that it has expired, or its known end has passed.',
    remedy:
      'Console → Container → DCR Container Registry → the registry → Credentials → regenerate; then update the local store, CI/CD secrets and Kubernetes secrets.',
  },
  DCR_CREDENTIAL_UNPROVEN: {
    exit: 3,
    means:
      'Nothing was refused, but nothing was proved either: the registry gave the same answer to a request without the credential, or no usable answer.',
    remedy: 'Ask for an action that needs the credential: verify --action push --repository NAME.',
  },
  DCR_ACCESS_DENIED: {
    exit: 4,
    means: 'The credential is accepted by this host, but it may not do this here.',
    remedy:
      'DCR credentials belong to one registry: check that this is the one. Then check the permissions of the account in the console, then ask support.',
  },
  DCR_REGISTRY_UNKNOWN: {
    exit: 4,
    means: 'The host has no registry or repository of this name.',
    remedy:
      'Check the spelling of the name after the host: Console → Container → DCR Container Registry lists your registries.',
  },
  DCR_UNREACHABLE: {
    exit: 5,
    means: 'The registry could not be reached: name lookup, connection or network failed.',
    remedy: 'Check the host name, DNS, proxy and firewall of this machine, then run it again.',
  },
  DCR_TIMEOUT: {
    exit: 5,
    means: 'The registry took longer than allowed, at the stage that the message names.',
    remedy: 'Run it again; if the registry is slow but alive, raise --timeout.',
  },
  DCR_TLS_UNTRUSTED: {
    exit: 5,
    means:
      'The connection is not trustworthy: the certificate is expired, self-signed, for another host, or there is no TLS at all.',
    remedy:
      'If a company proxy or private CA signs certificates here, point SSL_CERT_FILE (or NODE_EXTRA_CA_CERTS) to its file, or put it into /etc/docker/certs.d/HOST/ca.crt, where docker reads it as well. Otherwise do not send the credential.',
  },
  DCR_RATE_LIMITED: {
    exit: 5,
    means: 'The registry asks to come back later (429).',
    remedy: 'Wait for the time that the message names, then run it again with fewer jobs at once.',
  },
  DCR_SERVER_ERROR: {
    exit: 5,
    means: 'The registry answered with an error of its own (5xx), also after the retries.',
    remedy: 'Run it again later; if it stays, ask support with the time and host of this message.',
  },
  DCR_NOT_A_REGISTRY: {
    exit: 5,
    means:
      'Something answered on this address, but it does not speak the registry protocol: a web page, a sign-in portal, a proxy.',
    remedy: 'Check host and port. On a guest network, sign in to it first; behind a proxy, let this host through.',
  },
  DCR_UNSAFE_REALM: {
    exit: 5,
    means: 'The registry wants the credential sent to another site or without encryption. It was not sent.',
    remedy:
      'If that host is really the token service of this registry, allow it by name: --allow-realm HOST. Otherwise report it.',
  },
  DCR_UNSAFE_REDIRECT: {
    exit: 5,
    means: 'A request was redirected to another origin or in circles. The credential was not sent on.',
    remedy: 'Use the address that the registry really lives at.',
  },
  DCR_ENGINE_MISSING: {
    exit: 6,
    means: 'The client that should use the login is not on PATH.',
    remedy: 'Install it, choose another --engine, or use --engine file, which needs no client.',
  },
  DCR_STORE_FAILED: {
    exit: 6,
    means:
      'The login is right but could not be stored, or could not be removed: a credential helper, a file or the client failed.',
    remedy:
      'The message holds the words of whoever failed. Repair the helper or the file, or log in with --isolate. Nothing was stored in plain text instead.',
  },
  DCR_SHADOWED: {
    exit: 6,
    means: 'Another file or variable takes precedence over this login, so the client would use another credential.',
    remedy: 'Unset the variable or remove the entry that the message names.',
  },
  DCR_LOCKED: {
    exit: 6,
    means: 'Another process holds the lock of the file or rotation for longer than this one may wait.',
    remedy: 'Let it finish. If the process that the message names is gone, run the command again.',
  },
  DCR_ROTATION_INCOMPLETE: {
    exit: 7,
    means: 'Some targets hold the new credential and some do not. Nothing is lost and the old one was not retired.',
    remedy: 'Mend what the report names, then: dcr-login rotate --resume.',
  },
  DCR_TARGET_REFUSED: {
    exit: 7,
    means: 'A place that stores the credential cannot be written with the rights that were given.',
    remedy: 'Give the token the permission that the message names, then run it again.',
  },
  DCR_TARGET_FOREIGN: {
    exit: 7,
    means: 'Another system owns this place and would put the old value back.',
    remedy: 'Rotate at the source that the message names, or set force: true on the target.',
  },
  DCR_TOO_OLD: {
    exit: 8,
    means: 'A stored credential is older than --max-age allows.',
    remedy: 'Rotate it: dcr-login rotate NAME.',
  },
  DCR_DRIFT: {
    exit: 8,
    means: 'Places that should hold the same credential do not.',
    remedy: 'dcr-login status -f FILE names them; rotate --resume brings them in step.',
  },
} as const satisfies Record<string, { exit: number; means: string; remedy: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetails {
  /** What happened, to which registry or file. One sentence, no secret. */
  readonly message: string;
  /** What to do next, where more is known than the code's own remedy says. */
  readonly remedy?: string;
  /** `host/name` as the user wrote it, tidied. */
  readonly registry?: string;
  /** When to come back: seconds from now. */
  readonly retryAfter?: number;
  /** What had been done could not be taken back: logout still knows of it. */
  readonly leftover?: boolean;
  /** Whoever was asked said no, or never heard of it: what was asked for surely did not happen. */
  readonly noEffect?: boolean;
  readonly cause?: unknown;
}

/** The only error that core throws on purpose. */
export class DcrError extends Error {
  override readonly name = 'DcrError';
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly registry: string | undefined;
  readonly retryAfter: number | undefined;
  readonly leftover: boolean;
  readonly noEffect: boolean;

  constructor(code: ErrorCode, details: ErrorDetails) {
    super(details.message, { cause: details.cause });
    this.code = code;
    this.remedy = details.remedy ?? ERROR_CODES[code].remedy;
    this.registry = details.registry;
    this.retryAfter = details.retryAfter;
    this.leftover = details.leftover ?? false;
    this.noEffect = details.noEffect ?? false;
  }

  get exitCode(): number {
    return ERROR_CODES[this.code].exit;
  }
}

/** Whatever was thrown, as an error with a code: what is not ours is a bug of ours. */
export function toDcrError(thrown: unknown): DcrError {
  if (thrown instanceof DcrError) return thrown;
  const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new DcrError('DCR_INTERNAL', { message: `dcr-login failed unexpectedly (${reason})`, cause: thrown });
}
