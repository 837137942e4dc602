import type { NetworkPorts, Patience } from './exchange.ts';
import type { RegistryReference } from './reference.ts';

/** Where a registry is asked: by https, and by plain http only on loopback where the port does not speak TLS. Never throws. */
export async function findBase(question: {
  readonly reference: RegistryReference;
  readonly patience: Patience;
  readonly ports: NetworkPorts;
}): Promise<URL> {
  const { reference, patience, ports } = question;
  const secure = new URL(`https://${reference.apiHost}/`);
  if (!reference.loopback) return secure;
  const cut = patience.signal === undefined ? {} : { signal: patience.signal };
  const timeout = Math.max(1, patience.deadline - ports.clock.now());
  return (await ports.http.speaksTls(secure, { timeout, ...cut })) ? secure : plainBase(reference);
}

/** For loopback alone. */
export function plainBase({ apiHost }: RegistryReference): URL {
  return new URL(`http://${apiHost}/`);
}
