// Sends the requests that standard input lists over one pool of kept connections, as many lanes at once as it is told;
// each lane's list is sent in its order. Nothing is retried, read or judged but the status: the least that can be done.
import fs from 'node:fs';
import https from 'node:https';

const { address, token, authorityFile, lanes, items } = JSON.parse(fs.readFileSync(0, 'utf8'));
const agent = new https.Agent({ keepAlive: true, ca: fs.readFileSync(authorityFile) });
const queue = items.values();
await Promise.all(
  Array.from({ length: lanes }, async () => {
    for (let next = queue.next(); !next.done; next = queue.next())
      for (const request of next.value) await send(request);
  }),
);
agent.destroy();

function send({ method, path, type = 'application/json', body }) {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { authorization: `Bearer ${token}`, ...(text === undefined ? {} : { 'content-type': type }) };
    const request = https.request(new URL(path, address), { method, agent, headers }, (answer) => {
      answer.on('data', () => undefined);
      answer.on('end', () =>
        answer.statusCode < 500 ? resolve() : reject(new Error(`${answer.statusCode} to ${path}`)),
      );
    });
    request.on('error', reject);
    request.end(text);
  });
}
