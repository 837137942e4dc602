import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodePair } from './world.ts';

export interface FakeRegistry {
  readonly host: string;
  /** Method, path and Authorization field of every request, in order. */
  readonly requests: readonly { readonly line: string; readonly authorization: string | undefined }[];
  /** What is asked first of whoever comes; it may wait. */
  onRequest: (authorization: string | undefined) => void | Promise<void>;
  stop(): Promise<void>;
}

/** A registry on loopback that knows one pair, asks for it by Basic and has one repository. */
export async function startRegistry(pair: { username: string; password: string }): Promise<FakeRegistry> {
  const requests: { line: string; authorization: string | undefined }[] = [];
  const right = `Basic ${encodePair(pair.username, pair.password)}`;
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    requests.push({ line: `${request.method} ${request.url}`, authorization });
    void Promise.resolve(registry.onRequest(authorization)).then(() => {
      if (authorization !== right) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="fake"', 'content-type': 'application/json' });
        response.end('{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}');
      } else {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(request.url?.endsWith('_catalog') === true ? '{"repositories":["api"]}' : '{}');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registry: FakeRegistry = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    onRequest: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return registry;
}
