import type { Agent } from 'node:https';
import { request } from 'node:https';

export interface KubernetesAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface KubernetesRequest {
  readonly method: string;
  readonly url: URL;
  readonly agent: Agent;
  readonly token: string;
  readonly type: string;
  readonly body: object | undefined;
}

/** Sends one request in the name of a token; statuses are the caller's business. */
export function sendToKubernetes({
  method,
  url,
  agent,
  token,
  type,
  body,
}: KubernetesRequest): Promise<KubernetesAnswer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = { authorization: `Bearer ${token}`, ...(text === undefined ? {} : { 'content-type': type }) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const answer = Buffer.concat(chunks).toString('utf8');
        const parsed = answer.startsWith('{') ? (JSON.parse(answer) as Record<string, unknown>) : { text: answer };
        resolve({ status: incoming.statusCode ?? 0, body: parsed });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}
