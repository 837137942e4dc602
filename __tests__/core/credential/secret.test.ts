import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { format, inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { toDcrError } from '../../../packages/core/lib/errors.js';

const VALUE = 'hunter22-canary';
const secret = new Secret(VALUE);

function printToConsole(value: unknown): string {
  const stdout = new PassThrough();
  const printer = new Console({ stdout, stderr: stdout });
  printer.log(value, [value], { value });
  printer.dir(value, { showHidden: true, depth: 9 });
  printer.table([{ value }]);
  printer.error(`${String(value)}`);
  return String(stdout.read());
}

function printFailure(): string {
  const error = new Error('failed', { cause: secret });
  return `${inspect(error)}${inspect(toDcrError(error))}${error.stack}${String(error.cause)}`;
}

describe('a secret is not printed', () => {
  it.each<[string, () => string]>([
    ['by string conversion', () => String(secret)],
    ['by concatenation', () => 'x' + String(secret)],
    ['in a template', () => `${secret.toString()}`],
    ['as JSON', () => JSON.stringify({ secret, list: [secret] })],
    ['by inspection', () => inspect(secret)],
    ['by inspection of all that is hidden', () => inspect({ secret }, { showHidden: true, depth: 9, getters: true })],
    ['in a format', () => format('%s %o %O %j %d', secret, secret, secret, secret, secret)],
    ['on a console', () => printToConsole(secret)],
    ['as the cause of an error', printFailure],
    ['as a thrown value', () => inspect(toDcrError(secret))],
    ['by a clone', () => inspect(structuredClone({ secret }), { showHidden: true })],
    ['by spreading', () => JSON.stringify([{ ...secret }, Object.entries(secret), Reflect.ownKeys(secret)])],
    ['by assignment', () => JSON.stringify(Object.assign({}, secret))],
    ['by its property descriptors', () => inspect(Object.getOwnPropertyDescriptors(secret))],
    ['as a key of an object', () => JSON.stringify({ [String(secret)]: 1 })],
    ['in a query', () => new URLSearchParams({ secret: String(secret) }).toString()],
    ['by a locale', () => secret.toLocaleString()],
  ])('%s', (_, print) => {
    expect(print()).not.toContain(VALUE);
  });

  it('but revealed to whoever asks', () => {
    expect(secret.reveal()).toBe(VALUE);
  });
});
