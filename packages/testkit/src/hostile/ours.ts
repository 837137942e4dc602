import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '@nexqloud/dcr-core';
import { DcrError, login, toDcrError, verify } from '@nexqloud/dcr-core';
import { createNodePorts } from '@nexqloud/dcr-core/node';
import { PASSWORD, USERNAME } from './attack.ts';
import type { Attack } from './attack.ts';
import type { Facts } from './facts.ts';
import { gatherFacts } from './facts.ts';
import type { Identities } from './identity.ts';
import { startStage } from './stage.ts';

export interface OurAnswer {
  readonly code: string;
  readonly facts: Facts;
  /** Message and remedy, or what is told after a success. */
  readonly output: string;
  readonly requests: readonly string[];
}

const PATIENCE = 10_000;
const LITTLE_PATIENCE = 700;

/** The library against one attack, in this process: which must have been started with `names.ts` and the trust file. */
export async function askOurs(
  question: { attack: Attack; command: 'login' | 'verify'; home: string },
  identities: Identities,
): Promise<OurAnswer> {
  const { attack, home } = question;
  const stage = await startStage(attack, identities);
  try {
    const { code, output, claimed } = await run(question, stage.places.registry);
    const ended = code === 'ok' ? 'success' : 'failure';
    const facts = gatherFacts({ ended, claimed, output }, stage, home, attack);
    return { code, facts, output, requests: stage.requests.map(({ server, line }) => `${server} ${line}`) };
  } finally {
    await stage.close();
  }
}

async function run(
  { attack, command, home }: { attack: Attack; command: 'login' | 'verify'; home: string },
  host: string,
): Promise<{ code: string; output: string; claimed: boolean }> {
  const asked = {
    registry: `${host}/acme`,
    credential: { username: USERNAME, password: PASSWORD },
    retries: 1,
    timeout: attack.endless === true ? LITTLE_PATIENCE : PATIENCE,
  };
  try {
    if (command === 'verify') {
      const { notes } = await verify({ ...asked, action: attack.verify?.action ?? 'auth' }, makePorts(home));
      return { code: 'ok', output: notes.join('\n'), claimed: true };
    }
    const session = await login({ ...asked, engine: 'file' }, makePorts(home));
    return { code: 'ok', output: session.notes.join('\n'), claimed: session.proof?.proven.auth === true };
  } catch (thrown) {
    const { code, message, remedy } = thrown instanceof DcrError ? thrown : toDcrError(thrown);
    return { code, output: `dcr-login: ${code}: ${message}\n  → ${remedy}`, claimed: false };
  }
}

/** A machine that has only this home. */
function makePorts(home: string): Ports {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const environment = {
    variables: { HOME: home, PATH: '', DCR_STATE_DIR: join(home, 'state') },
    platform: 'linux',
    home,
    workingDirectory: home,
    host: 'here',
    uid: process.getuid?.(),
  } as const;
  return { ...createNodePorts(), environment };
}
