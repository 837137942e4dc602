import { expect, it } from '@jest/globals';
import type { Proof } from '../../../packages/core/lib/registry/probe.js';
import { describeProof } from '../../../packages/core/lib/render/index.js';

type Proven = Proof['proven'];

const proof = (proven: Proven, name: Proof['name']) => ({ proven, name }) as Proof;

it.each<[string, Proof | undefined, string]>([
  ['no request was made', undefined, 'docker login succeeded, nothing else was asked'],
  [
    'anybody gets the same answers',
    proof({ auth: false, pull: null, push: null }, null),
    'nothing was refused, but nothing proved either',
  ],
  [
    'the credential is accepted and the name not told',
    proof({ auth: true, pull: null, push: null }, null),
    'the registry accepts the credential',
  ],
  [
    'everything is proved',
    proof({ auth: true, pull: true, push: true }, true),
    'the registry accepts the credential, the registry name is right, it may pull and push',
  ],
])('when %s, a login claims just that', (_name, seen, text) => {
  expect(describeProof(seen, 'docker')).toBe(text);
});

it('without a request and without a client, a login claims nothing', () => {
  expect(describeProof(undefined, 'file')).toBe('nothing was asked');
});
