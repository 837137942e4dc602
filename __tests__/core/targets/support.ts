import { Secret } from '../../../packages/core/lib/credential/secret.js';
import type { Ports } from '../../../packages/core/lib/ports/index.js';
import type { HttpRequest } from '../../../packages/core/lib/ports/http.js';
import type { TargetCredential } from '../../../packages/core/lib/targets/target.js';
import { makeWorld } from '../support/world.ts';

export const NEW_PASSWORD = 'new-canary_4f9c:a/b+c=d~e';
export const CREDENTIAL: TargetCredential = {
  username: 'robot-acme',
  password: new Secret(NEW_PASSWORD),
  registry: 'dcr.nexqloud.io/acme',
};

export interface TestPorts extends Ports {
  /** Pauses that were asked for, in milliseconds; none of them was waited. */
  readonly pauses: number[];
  /** Every request as it left. */
  readonly sent: HttpRequest[];
}

/** Real connections, and a clock that never waits: `now` moves on by each pause. */
export function makePorts(variables: Readonly<Record<string, string>>): TestPorts {
  const { ports } = makeWorld(variables);
  const pauses: number[] = [];
  const sent: HttpRequest[] = [];
  let ahead = 0;
  return {
    ...ports,
    pauses,
    sent,
    clock: {
      now: () => ports.clock.now() + ahead,
      random: () => 0.5,
      sleep: async (ms) => {
        pauses.push(ms);
        ahead += ms;
      },
    },
    http: {
      ...ports.http,
      request: (request) => {
        sent.push(request);
        return ports.http.request(request);
      },
    },
  };
}

export const SIGNAL = new AbortController().signal;
