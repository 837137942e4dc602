import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox, SandboxOptions } from '@nexqloud/dcr-sandbox';

export interface Question {
  readonly method?: string;
  /** Sent as it is: nothing is normalised on the way, so that attacks arrive. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly basic?: { readonly username: string; readonly password: string };
  readonly bearer?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** The body as JSON; undefined where it is none. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
  /** Code of the first OCI error in the body. */
  readonly code: string | undefined;
}

export function ask(sandbox: Sandbox, question: Question): Promise<Reply> {
  const { method = 'GET', path, body, basic, bearer } = question;
  const headers: Record<string, string> = { ...question.headers };
  if (basic) headers['authorization'] = authorizeBasic(basic);
  if (bearer !== undefined) headers['authorization'] = `Bearer ${bearer}`;
  if (body !== undefined && !('transfer-encoding' in headers)) {
    headers['content-length'] ??= String(Buffer.byteLength(body));
  }
  const { hostname, port } = new URL(sandbox.url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname: hostname.replace(/^\[|\]$/g, ''), port, method, path, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const json = parseJson(bytes);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            json,
            code: json?.errors?.[0]?.code,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

// oxlint-disable-next-line typescript/no-explicit-any
function parseJson(bytes: Buffer): any {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function authorizeBasic({ username, password }: { username: string; password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

export function digestOf(bytes: string | Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Asks the token endpoint as docker does. */
export function askToken(
  sandbox: Sandbox,
  options: { scope?: string | readonly string[]; basic?: Question['basic']; offline?: boolean },
): Promise<Reply> {
  const query = new URLSearchParams({ service: 'dcr-sandbox' });
  for (const scope of [options.scope ?? []].flat()) query.append('scope', scope);
  if (options.offline) query.set('offline_token', 'true');
  return ask(sandbox, { path: `/token?${query}`, ...(options.basic ? { basic: options.basic } : {}) });
}

export function askTokenByForm(sandbox: Sandbox, form: Readonly<Record<string, string>>): Promise<Reply> {
  return ask(sandbox, {
    method: 'POST',
    path: '/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
}

export const acme = { username: 'acme-ci', password: 'acme:secret:with:colons' };
export const acmeReader = { username: 'acme-reader', password: 'acme-reader-secret' };
export const globex = { username: 'globex-ci', password: 'globex-secret' };
export const initech = { username: 'initech-ci', password: 'initech-secret' };

/** Three registries: `acme` with two credentials, `globex` as a neighbour, and the public `initech`. */
export function startThree(options: SandboxOptions = {}): Promise<Sandbox> {
  return startSandbox({
    registries: [
      { name: 'acme', credentials: [acme, { ...acmeReader, access: 'pull' }], repositories: ['app', 'team/web'] },
      { name: 'globex', credentials: [globex], repositories: ['web'] },
      { name: 'initech', credentials: [initech], public: true, repositories: ['open'] },
    ],
    ...options,
  });
}

/** Pushes one blob whole and answers its digest. */
export async function pushBlob(sandbox: Sandbox, image: string, bytes: string | Buffer): Promise<string> {
  const digest = digestOf(bytes);
  const basic = image.startsWith('acme/') ? acme : globex;
  const path = `/v2/${image}/blobs/uploads/?digest=${digest}`;
  const reply = await ask(sandbox, { method: 'POST', path, basic, body: bytes });
  if (reply.status !== 201) throw new Error(`the blob was not taken: ${reply.status} ${reply.code}`);
  return digest;
}
