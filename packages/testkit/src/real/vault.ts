import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { requirePart } from './part.ts';
import { findFreePort } from './port.ts';
import { startService } from './service.ts';

export interface VaultServerOptions {
  /** An existing private directory for the log. All data is in memory. */
  readonly directory: string;
}

export interface VaultServer {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly rootToken: string;
  /** A request as root, or as another token; a status of 400 or more is an Error. Gives back the answer's object. */
  call(method: string, path: string, body?: object, token?: string): Promise<Record<string, unknown>>;
  /** A token with one policy, written in HCL. */
  createToken(policy: string): Promise<string>;
  readLog(): string;
  stop(): Promise<void>;
}

/** Starts a Vault of its own in development mode: unsealed, in memory, KV version 2 at `secret/`. */
export async function startVault({ directory }: VaultServerOptions): Promise<VaultServer> {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const rootToken = `root-${randomBytes(8).toString('hex')}`;
  const service = await startService({
    path: requirePart('vault'),
    arguments: ['server', '-dev', '-dev-no-store-token', `-dev-listen-address=127.0.0.1:${port}`],
    environment: { HOME: directory, VAULT_DEV_ROOT_TOKEN_ID: rootToken, VAULT_LOG_LEVEL: 'info' },
    logFile: join(directory, 'vault.log'),
    isReady: async (log) => log.includes('Development mode should NOT be used') && (await answers(address)),
    deadlineMs: 60_000,
  });
  const call: VaultServer['call'] = async (method, path, body, token = rootToken) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${address}/v1/${path}`, { method, headers: { 'x-vault-token': token }, ...sent });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} to ${method} ${path}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
  return {
    address,
    rootToken,
    call,
    async createToken(policy) {
      const name = `policy-${randomBytes(4).toString('hex')}`;
      await call('PUT', `sys/policies/acl/${name}`, { policy });
      const { auth } = (await call('POST', 'auth/token/create', { policies: [name] })) as {
        auth: { client_token: string };
      };
      return auth.client_token;
    },
    readLog: () => service.readLog(),
    stop: () => service.stop(),
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/v1/sys/health`)).status === 200;
  } catch {
    return false;
  }
}
