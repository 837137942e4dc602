import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeTemporaryDirectory } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';

export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string;
}

/** What happens instead: an answer, no answer at all, or the deed with its answer lost. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: object | string }
  | 'hang'
  | 'lose-answer';

export interface KubernetesProxy {
  readonly kubeconfig: string;
  /** Asked for every request; undefined lets it through. */
  intercept: (asked: Asked) => Fault | undefined;
  /** Whatever arrived. */
  readonly seen: Asked[];
  close(): Promise<void>;
}

/** Stands before a real API server, as kubectl proxy does, and goes wrong where it is told to. */
export async function startKubernetesProxy(server: KubernetesServer): Promise<KubernetesProxy> {
  const agent = new Agent({ keepAlive: true, ca: readFileSync(server.authorityFile) });
  const seen: Asked[] = [];
  const pass = (asked: Asked, incoming: IncomingMessage, done: (answer: IncomingMessage) => void): void => {
    const headers = { ...incoming.headers, host: new URL(server.address).host };
    request(new URL(asked.path, server.address), { method: asked.method, agent, headers }, done).end(asked.body);
  };
  const web = createServer((incoming, outgoing: ServerResponse) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const asked = { method: incoming.method ?? '', path: incoming.url ?? '', body: Buffer.concat(chunks).toString() };
      seen.push(asked);
      const fault = proxy.intercept(asked);
      if (fault === 'hang') return;
      if (fault === 'lose-answer') {
        pass(asked, incoming, (answer) => answer.resume().on('end', () => outgoing.destroy()));
        return;
      }
      if (fault === undefined) {
        pass(asked, incoming, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
        });
        return;
      }
      const body = typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body);
      outgoing.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end(body);
    });
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const kubeconfig = join(makeTemporaryDirectory(), 'kubeconfig');
  const { port } = web.address() as AddressInfo;
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      clusters: [{ name: 'c', cluster: { server: `http://127.0.0.1:${port}` } }],
      users: [{ name: 'u', user: { token: server.tokens['admin'] } }],
      contexts: [{ name: 'test', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'test',
    }),
  );
  const proxy: KubernetesProxy = {
    kubeconfig,
    intercept: () => undefined,
    seen,
    async close() {
      agent.destroy();
      web.closeAllConnections();
      await new Promise((resolve) => web.close(resolve));
    },
  };
  return proxy;
}
