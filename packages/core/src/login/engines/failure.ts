import { quoteForeignText } from '../../credential/masking.ts';
import type { ErrorCode } from '../../errors.ts';
import { DcrError } from '../../errors.ts';
import type { ProcessResult } from '../../ports/processes.ts';
import type { ClientName } from './name.ts';
import { explainStoredElsewhere } from './podman.ts';

/** A helper that registries.conf names keeps hosts only, and podman says so instead of keeping a path: containers/image, config.go. */
const NAMESPACED = /namespaced key is not supported for credential helper/iu;

/**
 * What a client's words mean, first match wins. The registry's status stands in them, but docker itself only ends with 1
 * (cli/command/registry/login.go and the errors of moby's registry package), podman and its kin with 125 or 1
 * (containers/common, pkg/auth).
 */
const WORDS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/error (?:saving|storing) credentials|error getting credentials/iu, 'DCR_STORE_FAILED'],
  [NAMESPACED, 'DCR_STORE_FAILED'],
  [/x509|certificate|tls: |server gave HTTP response to HTTPS client/iu, 'DCR_TLS_UNTRUSTED'],
  [/\b429\b|toomanyrequests|too many requests/iu, 'DCR_RATE_LIMITED'],
  [
    /\b401\b|unauthorized|(?:incorrect|invalid) username[ /](?:or )?password|authentication required/iu,
    'DCR_CREDENTIAL_REJECTED',
  ],
  [/\b403\b|\bdenied\b|forbidden/iu, 'DCR_ACCESS_DENIED'],
  [/\b50\d\b|internal server error|bad gateway|service unavailable/iu, 'DCR_SERVER_ERROR'],
  [/\b404\b|not found/iu, 'DCR_NOT_A_REGISTRY'],
  [
    /no such host|connection refused|network is unreachable|no route to host|connection reset|\bEOF\b/iu,
    'DCR_UNREACHABLE',
  ],
  [/timeout|deadline exceeded|i\/o time/iu, 'DCR_TIMEOUT'],
];

/**
 * Why the client's `login` failed. The exit status decides whether it did: a silent failure is a failure, and words on stderr
 * after a success are none.
 */
export function readClientFailure(
  result: ProcessResult,
  context: { client: ClientName; registry: string; forms: readonly string[]; outOfTime: boolean },
): DcrError | undefined {
  const { client, registry, forms } = context;
  if (result.status === 0) return undefined;
  if (context.outOfTime) return tellOutOfTime(client, registry);
  const words = quoteForeignText(dropLogLines(result.stderr || result.stdout), forms);
  const how = result.status === null ? `was ended by ${result.signal ?? 'the system'}` : `ended with ${result.status}`;
  const code = WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'DCR_STORE_FAILED';
  return new DcrError(code, {
    registry,
    message: `${registry}: ${client} login ${how}: "${words || 'it said nothing'}"`,
    ...(NAMESPACED.test(words) ? { remedy: explainStoredElsewhere(client) } : {}),
  });
}

export function tellOutOfTime(client: string, registry: string): DcrError {
  const message = `${registry}: ${client} login did not end in time and was stopped`;
  return new DcrError('DCR_TIMEOUT', { registry, message });
}

/** Docker's own log lines tell of each attempt; the error itself stands below them. */
function dropLogLines(text: string): string {
  const lines = text.split('\n');
  const errors = lines.filter((line) => !line.startsWith('time="'));
  return errors.some((line) => line.trim() !== '') ? errors.join('\n') : text;
}
