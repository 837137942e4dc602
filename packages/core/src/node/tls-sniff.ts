import net from 'node:net';
import type { HttpRequest } from '../ports/http.ts';
import { bindBounds } from './bounds.ts';

/** A server that takes this long to answer a greeting is asked in full, with the time that a request has. Milliseconds. */
const PATIENCE = 1000;

/** Of the records that a TLS server can begin with: alert and handshake. https://www.rfc-editor.org/rfc/rfc8446#section-5.1 */
const RECORD_TYPES = [0x15, 0x16];

/**
 * Whether a port of this machine speaks TLS: it is greeted with a ClientHello of our own. What answers in any other way, or
 * hangs up without a word, does not; who cannot be reached or stays silent is taken for one that does, and asked in full.
 *
 * This is one round trip without node:tls and node:https, which take 15 ms to load and to fail: `action login, verify auth`
 * of `npm run bench` went from 1.7 to 1.3 × (bare node + bare docker login).
 */
export function speaksTls(
  origin: URL,
  bounds: Pick<HttpRequest, 'timeout' | 'signal'> & { /** Called once the port was greeted. */ meanwhile?: () => void },
): Promise<boolean> {
  const host = origin.hostname.replace(/^\[|\]$/gu, '');
  const port = Number(origin.port || (origin.protocol === 'https:' ? 443 : 80));
  return new Promise((resolve) => {
    let connected = false;
    const socket = net.connect({ host, port });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    const timeout = Math.min(PATIENCE, bounds.timeout / 2);
    const letGo = bindBounds({ ...bounds, timeout }, () => end(true));
    socket.once('close', letGo);
    socket.once('connect', () => {
      connected = true;
      socket.write(composeHello());
      bounds.meanwhile?.();
    });
    socket.once('data', (bytes) => end(RECORD_TYPES.includes(bytes[0] ?? 0)));
    socket.once('end', () => end(false));
    socket.once('error', () => end(!connected));
  });
}

/**
 * The smallest ClientHello of TLS 1.2. Its random part begins with an empty line, so that a server of lines answers at once
 * instead of waiting for the rest of one.
 */
function composeHello(): Buffer {
  const random = Buffer.alloc(32, '\r\n\r\n');
  const suites = Buffer.from([0xc0, 0x2f, 0xc0, 0x2b, 0x00, 0x2f]);
  const body = Buffer.concat([
    Buffer.from([3, 3]),
    random,
    Buffer.from([0, 0, suites.length]),
    suites,
    Buffer.from([1, 0]),
  ]);
  const handshake = Buffer.concat([Buffer.from([1, 0, 0, body.length]), body]);
  return Buffer.concat([Buffer.from([0x16, 3, 1, 0, handshake.length]), handshake]);
}
