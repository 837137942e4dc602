import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request as it came. */
export interface FakeRequest {
  readonly method: string;
  /** As it stands on the wire, percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
}

/** What a test makes happen to matching requests, in the place of the ordinary answer or around it. */
export interface Fault {
  readonly method?: string;
  readonly path?: RegExp;
  /** How many matching requests pass before the first one that is hit. Default 0. */
  readonly after?: number;
  /** How many are hit. Default 1. */
  readonly times?: number;
  readonly does:
    | { readonly answer: FakeAnswer }
    /** The connection breaks, before the request had an effect or after it. */
    | { readonly breaks: 'before' | 'after' }
    | { readonly delayMs: number }
    /** Somebody else is quicker: this runs first, then the request as usual. */
    | { readonly first: () => void | Promise<void> };
}

export interface JournalEntry extends FakeRequest {
  /** 0: no answer was given. */
  readonly status: number;
  /** What the published description does not know of this request or of the answer. */
  readonly problems: readonly string[];
}

export interface FakeServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly journal: readonly JournalEntry[];
  /** Faults are tried in the order of planning; the first that matches and is not used up counts. */
  plan(fault: Fault): void;
  /** Every request that could have changed something. */
  writes(): readonly JournalEntry[];
  /** All problems of all requests. */
  problems(): readonly string[];
  clearJournal(): void;
  close(): Promise<void>;
}

export interface FakeServerOptions {
  readonly handle: (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;
  /** What the published description does not know of this exchange. */
  readonly validate: (request: FakeRequest, answer: FakeAnswer) => readonly string[];
  /** PEM; speaks https with them. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Listens on a free loopback port and writes down what it was asked. */
export async function startFakeServer(options: FakeServerOptions): Promise<FakeServer> {
  const journal: JournalEntry[] = [];
  const faults: { fault: Fault; seen: number; hit: number }[] = [];
  const listener: RequestListener = (incoming, outgoing) => {
    answer(incoming, outgoing, { options, journal, faults }).catch((error: unknown) => {
      outgoing.destroy(error instanceof Error ? error : undefined);
    });
  };
  const server =
    options.tls === undefined ? http.createServer(listener) : https.createServer({ ...options.tls }, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    journal,
    plan: (fault) => void faults.push({ fault, seen: 0, hit: 0 }),
    writes: () => journal.filter(({ method }) => !['GET', 'HEAD'].includes(method)),
    problems: () =>
      journal.flatMap(({ method, path, problems }) => problems.map((text) => `${method} ${path}: ${text}`)),
    clearJournal: () => void journal.splice(0),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Running {
  readonly options: FakeServerOptions;
  readonly journal: JournalEntry[];
  readonly faults: { fault: Fault; seen: number; hit: number }[];
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, running: Running): Promise<void> {
  const request = await readRequest(incoming);
  const does = takeFault(request, running.faults)?.does ?? { first: () => undefined };
  const note = (status: number, problems: readonly string[]): void =>
    void running.journal.push({ ...request, status, problems });
  if ('breaks' in does && does.breaks === 'before') {
    note(0, []);
    outgoing.destroy();
    return;
  }
  if ('delayMs' in does) await sleep(does.delayMs, undefined, { ref: false });
  if ('first' in does) await does.first();
  const planned = 'answer' in does ? does.answer : undefined;
  const broken: string[] = [];
  const given = planned ?? (await handleSafely(request, running.options, broken));
  const problems = [...broken, ...running.options.validate(request, planned === undefined ? given : { status: 0 })];
  if ('breaks' in does) {
    note(0, problems);
    outgoing.destroy();
    return;
  }
  note(given.status, problems);
  const text = typeof given.body === 'object' ? JSON.stringify(given.body) : (given.body ?? '');
  const type = typeof given.body === 'object' ? { 'content-type': 'application/json; charset=utf-8' } : {};
  outgoing.writeHead(given.status, { ...type, ...given.headers });
  outgoing.end(text);
}

/** A request that no fake can read is a problem of the request, and is answered. */
async function handleSafely(
  request: FakeRequest,
  { handle }: FakeServerOptions,
  broken: string[],
): Promise<FakeAnswer> {
  try {
    return await handle(request);
  } catch (error) {
    broken.push(`not understood: ${String(error)}`);
    return { status: 500 };
  }
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const [path = '', query = ''] = (incoming.url ?? '').split(/\?(.*)/su);
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const body = Buffer.concat(chunks).toString();
  return { method: incoming.method ?? '', path, query: new URLSearchParams(query), headers, body };
}

function takeFault({ method, path }: FakeRequest, faults: Running['faults']): Fault | undefined {
  for (const entry of faults) {
    const { fault } = entry;
    if (entry.hit >= (fault.times ?? 1)) continue;
    if (fault.method !== undefined && fault.method !== method) continue;
    if (fault.path !== undefined && !fault.path.test(path)) continue;
    entry.seen += 1;
    if (entry.seen <= (fault.after ?? 0)) continue;
    entry.hit += 1;
    return fault;
  }
  return undefined;
}
