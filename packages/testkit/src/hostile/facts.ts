import { scanDirectory, scanText } from '../canary/scan.ts';
import type { Attack } from './attack.ts';
import { SECRET } from './attack.ts';
import type { Stage } from './stage.ts';

/** How a client ended. */
export interface ClientResult {
  /** `never`: it was ended by us when its time was over. */
  readonly ended: 'success' | 'failure' | 'never';
  /** It said that the login is right. */
  readonly claimed: boolean;
  /** Everything that it printed. */
  readonly output: string;
  /** The most that it held in memory, in MiB, where that can be seen. */
  readonly memory?: number;
}

/** What was observed when one client met one attack. */
export interface Facts extends Omit<ClientResult, 'output'> {
  /** Requests that carried the password. */
  readonly passwords: { readonly registry: number; readonly other: number; readonly unencrypted: number };
  /** Requests to the second origin that carried a token made of it. */
  readonly tokensToOther: number;
  /** The password lies somewhere below the client's home when it is over. */
  readonly stored: boolean;
  /** Of an endless answer, in MiB. */
  readonly swallowed: number;
  readonly printed: readonly ('control characters' | 'a workflow command' | 'the credential' | 'without measure')[];
}

/** What a client is given to end. Docker itself gives up after 15 s of silence. */
export const CLIENT_LIMIT_MS = 20_000;

/** More than any answer of a registry, far less than what hurts a machine. In MiB. */
const SWALLOW_LIMIT = 32;
const MEMORY_LIMIT = 256;
/** Nobody reads more than this about one failed login. In characters. */
const PRINT_LIMIT = 16 * 1024;

// A carriage return alone writes over what stood before it; line breaks and tabs do nothing.
const CONTROL = /(?![\t\n]|\r\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Recognised at the start of a line: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const COMMAND = /^\s*(?:::[a-z]|##\[)/mu;

export function gatherFacts(result: ClientResult, stage: Stage, home: string, attack: Attack): Facts {
  const { output, ...rest } = result;
  const carriers = stage.requests.filter(({ password }) => password);
  const isPlain = attack.tls === 'plain';
  return {
    ...rest,
    passwords: {
      registry: carriers.filter(({ server }) => server === 'registry').length,
      other: carriers.filter(({ server }) => server === 'other').length,
      unencrypted: isPlain ? 0 : carriers.filter(({ secure }) => !secure).length,
    },
    tokensToOther: stage.requests.filter(({ server, token }) => token && server === 'other').length,
    stored: scanDirectory(home, [SECRET]).length > 0,
    swallowed: Math.round(stage.bytes() / 1024 / 1024),
    printed: [
      ...(CONTROL.test(output) ? (['control characters'] as const) : []),
      ...(COMMAND.test(output) ? (['a workflow command'] as const) : []),
      ...(scanText(output, 'output', [SECRET]).length > 0 ? (['the credential'] as const) : []),
      ...(output.length > PRINT_LIMIT ? (['without measure'] as const) : []),
    ],
  };
}

/** Where a client fell short of its duties, one phrase each; none: it is safe here. */
export function listFaults({ must }: Pick<Attack, 'must'>, facts: Facts): readonly string[] {
  const { ended, claimed, passwords, tokensToOther, stored, swallowed, memory = 0, printed } = facts;
  const ownSite = must.secretMayReach === 'site';
  const faults: (string | false)[] = [
    !ownSite && passwords.other > 0 && 'sends the password to the other site',
    !ownSite && tokensToOther > 0 && 'sends its token to the other site',
    passwords.unencrypted > 0 && 'sends the password unencrypted',
    must.secretMayReach === 'nobody' && passwords.registry > 0 && 'sends the password',
    must.attempts !== undefined &&
      passwords.registry + passwords.other > must.attempts &&
      `sends the password ${passwords.registry + passwords.other} times`,
    must.login === 'fails' && claimed && 'says that the login is right',
    must.login === 'unproved' && claimed && 'says that any password is right',
    stored && (must.login === 'fails' || ended !== 'success') && 'stores the password',
    swallowed > SWALLOW_LIMIT && `reads ${swallowed} MiB`,
    memory > MEMORY_LIMIT && `takes more than ${MEMORY_LIMIT} MiB of memory`,
    ended === 'never' && `has not ended after ${CLIENT_LIMIT_MS / 1000} s`,
    ...printed.map((what) => `prints ${what}`),
  ];
  return faults.filter((fault) => fault !== false);
}
